"""``python -m evidence`` and the command ``evidence``."""

from evidence.cli.main import main

__all__ = ["main"]

if __name__ == "__main__":
    main()
