const language = () => document.documentElement.lang || undefined;

/** Three significant digits, without exponents where they can be avoided. */
export function figures(value: number): string {
  if (!Number.isFinite(value)) {
    return Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : '−∞';
  }
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e6)) {
    return value.toExponential(2).replace('e+', 'e').replace('-', '−');
  }
  return new Intl.NumberFormat(language(), {
    minimumSignificantDigits: 3,
    maximumSignificantDigits: size >= 1000 ? 4 : 3,
  }).format(value);
}

export const percent = (value: number) =>
  Number.isFinite(value)
    ? new Intl.NumberFormat(language(), { style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value)
    : figures(value);

export const whole = (value: number) => new Intl.NumberFormat(language(), { maximumFractionDigits: 0 }).format(value);

/** With SI prefixes, three digits: 12.3 k. */
export function rate(value: number): string {
  const [size, prefix] = value >= 1e6 ? [1e6, ' M'] : value >= 1e4 ? [1e3, ' k'] : [1, ''];
  return new Intl.NumberFormat(language(), { maximumSignificantDigits: prefix ? 3 : 4 }).format(value / size) + prefix;
}

/** The two greatest units of a duration. */
export function duration(seconds: number): string {
  const unit = (value: number, name: string) =>
    new Intl.NumberFormat(language(), { style: 'unit', unit: name, unitDisplay: 'narrow' }).format(value);
  const rest = Math.max(0, Math.ceil(seconds));
  const hours = Math.floor(rest / 3600);
  const minutes = Math.floor((rest % 3600) / 60);
  if (hours > 0) {
    return `${unit(hours, 'hour')} ${unit(minutes, 'minute')}`;
  }
  return minutes > 0 ? `${unit(minutes, 'minute')} ${unit(rest % 60, 'second')}` : unit(rest, 'second');
}

/** In one go: a value that has places in it, such as a name, keeps them as they are. */
export const fill = (pattern: string | undefined, ...values: string[]) =>
  (pattern ?? '').replace(/\{(\d)\}/g, (place, index: string) => values[Number(index)] ?? place);
