/** The part of luxon that we use; the library comes without types. */
declare module 'luxon' {
  export class DateTime {
    static fromISO(text: string, options: { zone: string }): DateTime;
    static fromMillis(milliseconds: number, options: { zone: string }): DateTime;
    /** ISO: 1 = Monday. */
    readonly weekday: number;
    setZone(zone: string, options: { keepLocalTime: boolean }): DateTime;
    plus(duration: { days?: number; years?: number }): DateTime;
    toMillis(): number;
    toFormat(format: string): string;
  }
}
