"""What tests of printed numbers share: figures by their text, and numbers printed in any of the usual ways."""

import random
from decimal import ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal

import pytest

from evidence.figures import Figure

WAYS = (ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN)
DIGITS = Context(prec=60)


@pytest.fixture
def chance():
    """Numbers at random, the same in every run."""
    return random.Random(20261124)  # noqa: S311 - nothing secret


@pytest.fixture
def asked():
    """Run a check on figures given as text; a list is several."""

    def run(check, **figures):
        return check(**{name: _parsed(value) for name, value in figures.items()})

    return run


def _parsed(value):
    if isinstance(value, list):
        return tuple(Figure.parse(part) for part in value)
    return Figure.parse(value) if isinstance(value, str) else value


@pytest.fixture
def printed(chance):
    """Print an exact fraction, or its root, to some places as some program would: half up, half down or half even."""

    def run(value, places, *, root=False):
        exact = DIGITS.divide(Decimal(value.numerator), Decimal(value.denominator))
        if root:
            exact = DIGITS.sqrt(exact)
        return str(exact.quantize(Decimal(1).scaleb(-places), rounding=chance.choice(WAYS), context=DIGITS))

    return run
