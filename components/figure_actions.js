// Hands what is pressed under a figure (figure_presses.js) to the server.

export default function ({ setStateValue, setTriggerValue }) {
  const presses = window.figurePresses;
  const send = (name, value) =>
    name === "opened" ? setTriggerValue(name, value) : setStateValue(name, value);
  presses.send = send;
  presses.sendWaiting();
  return () => {
    if (presses.send === send) presses.send = null;
  };
}
