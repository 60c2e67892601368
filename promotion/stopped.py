"""What a reader is told in place of a figure whose question was given up."""

from promotion.exhibits.definitions import DEFINITIONS
from promotion.language import _
from promotion.query_limits import QueryStopped


def sentence_of(fault: QueryStopped) -> str:
    """The fault's sentence, of the figure by its name where a figure asked."""
    if fault.figure is None:
        return str(fault)
    return fault.sentence(_('"{name}"').format(name=_(DEFINITIONS[fault.figure].name)))
