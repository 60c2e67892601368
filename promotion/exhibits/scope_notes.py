"""What is said where a figure compares with the whole and its reader may see a part only."""

from promotion.database import Database
from promotion.language import _


def own_whole(data: Database) -> tuple[str, ...]:
    """A note that "all districts" are the reader's own; none for whoever may see them all."""
    if not data.scope.districts:
        return ()
    names = _(", ").join(data.name_of("district", code) for code in data.scope.districts)
    return (
        _('"All districts" are here the ones that you may see: {districts}.').format(
            districts=names
        ),
    )
