"""What is kept of widgets that are drawn no more, dropped: a reader may stay for days."""

from streamlit.runtime.scriptrunner import get_script_run_ctx


def forget() -> None:
    """Nothing; Streamlit forgets what it knew of widgets that the last run did not draw.

    A chart with other content is another widget to it, and of each it keeps for as long as the
    reader stays what was handed over: words, functions, and with them a whole state of the ledgers
    that has long been replaced. It offers no public way to end that. To be called before a page is
    drawn: what the run before drew is then settled, and has a value each.
    """
    session = get_script_run_ctx().session_state
    with session._lock:
        state = session._state
        known = state._new_widget_state.widget_metadata
        for identity in [each for each in known if each not in state._old_state]:
            del known[identity]
        keys = state._key_id_mapper.id_key_mapping
        past = [
            identity
            for identity, key in keys.items()
            if state._key_id_mapper.get_id_from_key(key) != identity
        ]
        for identity in past:
            del keys[identity]
