"""The questions that a statement answers beyond who said what: when, where, to whom, as what act, on what condition,
how it is worded. One file a question; none needs another's answer but what its docstring names."""
