"""The rules, one a file: docstring, ``SEVERITY``, ``SCOPE``, ``SOURCE``, ``EXAMPLES`` and ``check``."""
