// Prints every public holiday from 2016 to 2050 by an independent list: npm @holiday-jp/holiday_jp.
//   npm install @holiday-jp/holiday_jp@2.5.1 && node holidays.mjs > holidays.txt
import { createRequire } from "node:module";
const list = createRequire(import.meta.url)("@holiday-jp/holiday_jp");
for (const { date } of list.between(new Date(2016, 0, 1), new Date(2050, 11, 31))) {
  console.log(date.toISOString().slice(0, 10));
}
