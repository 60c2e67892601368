"""Why an engine makes no marts."""

from promotion.data_fault import DataFault


class EngineFault(DataFault):
    """The engine is missing or gave up; its text is a sentence for whoever builds."""
