"""Months added to every birth date from 2024 to 2028, by two independent readings.

  pip install python-dateutil==2.9.0.post0 && python3 civil_calendar.py > civil_calendar.txt

Every run of the tests asks it again, and compares with that file.

clamp: dateutil's relativedelta, which falls back to the month's last day.
civil: a literal reading of the Civil Code. Art. 140 does not count the first day, so the count starts on the day after
the birth; art. 143 par. 2 ends the period on the day before the one that corresponds to its first counted day, which for
a whole number of months is the day that corresponds to the birth, less one, and complete the day after; where that month
has no such day, the period ends with the month's last day and is complete on the next month's first.

Printed are the cases in which the two differ, as: birth months clamp civil. In all others both are the same day.
"""

import calendar
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta


def civil(birth, months):
    year, month = divmod(birth.year * 12 + birth.month - 1 + months, 12)
    month += 1
    last = calendar.monthrange(year, month)[1]
    if birth.day <= last:
        return date(year, month, birth.day)
    return date(year, month, last) + timedelta(days=1)


def main():
    birth = date(2024, 1, 1)
    same = 0
    while birth <= date(2028, 12, 31):
        for months in range(1, 25):
            clamp, code = birth + relativedelta(months=months), civil(birth, months)
            if clamp == code:
                same += 1
            else:
                print(birth, months, clamp, code)
        birth += timedelta(days=1)
    print("same", same)


main()
