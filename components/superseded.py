"""What is kept of figures that are drawn no more, dropped: a reader may stay for days."""

from streamlit.runtime.scriptrunner import get_script_run_ctx


def forget() -> None:
    """Nothing; Streamlit forgets what it knew of figures that others have taken the place of.

    A chart with other content is another widget to it, and it keeps what it knows of each for as
    long as the reader stays; it offers no public way to end that. To be called before a page is
    drawn: what the run before drew is then settled.
    """
    session = get_script_run_ctx().session_state
    with session._lock:
        state = session._state
        keys = state._key_id_mapper.id_key_mapping
        past = [
            identity
            for identity, key in keys.items()
            if state._key_id_mapper.get_id_from_key(key) != identity
        ]
        for identity in past:
            del keys[identity]
            state._new_widget_state.widget_metadata.pop(identity, None)
