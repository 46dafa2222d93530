/** A point in time, past or to come, as people say it, in their own time zone and always up to date; exact on hover. */
class AgoElement extends HTMLElement {
  static observedAttributes = ['datetime'];

  #timer = 0;

  connectedCallback() {
    this.#draw();
    this.#timer = window.setInterval(() => this.#draw(), 20_000);
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
  }

  attributeChangedCallback() {
    this.#draw();
  }

  #draw() {
    const time = new Date(this.getAttribute('datetime') ?? '');
    if (Number.isNaN(time.getTime())) {
      this.textContent = '';
      return;
    }
    const language = document.documentElement.lang || undefined;
    const text = relative((Date.now() - time.getTime()) / 1000, time, language);
    if (this.textContent !== text) {
      this.textContent = text;
    }
    this.title = time.toLocaleString(language, { dateStyle: 'long', timeStyle: 'medium' });
  }
}

function relative(seconds: number, time: Date, language: string | undefined): string {
  const say = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
  if (seconds < -45) {
    return ahead(-seconds, say);
  }
  if (seconds < 45) {
    return say.format(0, 'second');
  }
  if (seconds < 45 * 60) {
    return say.format(-Math.max(1, Math.round(seconds / 60)), 'minute');
  }
  if (seconds < 22 * 3600) {
    return say.format(-Math.max(1, Math.round(seconds / 3600)), 'hour');
  }
  if (seconds < 7 * 86_400) {
    return say.format(-Math.max(1, Math.round(seconds / 86_400)), 'day');
  }
  return time.toLocaleDateString(language, { day: 'numeric', month: 'short', year: 'numeric' });
}

function ahead(seconds: number, say: Intl.RelativeTimeFormat): string {
  if (seconds < 45 * 60) {
    return say.format(Math.max(1, Math.round(seconds / 60)), 'minute');
  }
  return seconds < 22 * 3600 ? say.format(Math.round(seconds / 3600), 'hour') : say.format(Math.round(seconds / 86_400), 'day');
}

customElements.define('netloom-ago', AgoElement);
