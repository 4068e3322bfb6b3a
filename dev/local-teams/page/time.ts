// The time zone of the activities that the bot gets, whatever the time zone of the browser is.
const timeZone = 'Europe/Copenhagen';
const TIME = new Intl.DateTimeFormat('da-DK', { timeZone, hour: '2-digit', minute: '2-digit' });
const DAY = new Intl.DateTimeFormat('da-DK', { timeZone, dateStyle: 'short' });
const DAY_AND_TIME = new Intl.DateTimeFormat('da-DK', {
  timeZone,
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

/** The time, and the day unless it is today. */
export function timeInWords(moment: Date): string {
  const isToday = DAY.format(moment) === DAY.format(new Date());
  return (isToday ? TIME : DAY_AND_TIME).format(moment);
}
