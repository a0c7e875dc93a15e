import datetime as dt
import io

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidence.intake.retractions.listed import Tally, read_list

ROWS = st.fixed_dictionaries(
    {
        "Title": st.sampled_from(["Zinc", "Zinc, and colds", 'so "called"', "over\nlines"]),
        "Notes": st.sampled_from(["", "a, b", "n\nm", '"']),
    }
)


@given(
    rows=st.lists(ROWS, min_size=1, max_size=8),
    place=st.floats(0, 1, exclude_max=True),
    put=st.sampled_from(['"', "", ",", "\n", "\x00", '""', "\r"]),
    instead=st.booleans(),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_one_wrong_letter_costs_no_row_but_its_own_and_that_is_told(made, rows, place, put, instead):
    wholly = made(*rows)
    spoilt = int(place * len(rows))
    start = len(made(*rows[:spoilt]))
    length = len(made(*rows[: spoilt + 1])) - start
    # Past the number of the record and before the end of the row, without which two rows are one.
    at = start + 2 + int(place * len(rows) % 1 * (length - 3))
    text = wholly[:at] + put + wholly[at + instead :]
    tally = Tally()
    listed = read_list(io.StringIO(text, newline=""), name="list.csv", today=dt.date(2022, 1, 1), tally=tally)
    lost = {str(number + 1) for number in range(len(rows))} - {notice.record for notice in listed}
    assert lost <= {str(spoilt + 1)}
    assert not lost or tally.unread_rows + tally.unknown_nature_rows + tally.nameless
