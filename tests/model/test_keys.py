import datetime as dt
from concurrent.futures import ThreadPoolExecutor

from evidence.model import keys
from evidence.model.keys import new_id


def test_keys_count_upwards_and_are_unlike_each_other():
    made = [new_id() for _ in range(10_000)]
    assert made == sorted(set(made))


def test_threads_get_keys_unlike_each_other():
    with ThreadPoolExecutor(8) as threads:
        made = [key for part in threads.map(lambda _: [new_id() for _ in range(2_000)], range(8)) for key in part]
    assert len(set(made)) == 16_000


def test_a_key_fits_a_signed_column_of_64_bits():
    assert 0 < new_id() < 2**63


def test_a_key_tells_the_millisecond_in_which_it_was_made(monkeypatch):
    moment = dt.datetime(2031, 5, 4, 3, 2, 1, 250_000, tzinfo=dt.UTC)
    monkeypatch.setattr(keys.time, "time_ns", lambda: int(moment.timestamp() * 1000) * 1_000_000)
    since = dt.timedelta(milliseconds=new_id() >> 22)
    assert dt.datetime(2020, 1, 1, tzinfo=dt.UTC) + since == moment


def test_keys_count_upwards_though_the_clock_is_set_back(monkeypatch):
    before = new_id()
    monkeypatch.setattr(keys.time, "time_ns", lambda: 1_577_836_800_000 * 1_000_000)
    assert new_id() == before + 1
