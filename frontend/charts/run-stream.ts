import { address } from './address';
import { isOver, type Frame, type History, type Listing, type StateFrame } from './frames';

export interface RunListener {
  onFrame(frame: Frame): void;
  onConnection?(connected: boolean): void;
}

const FIRST_DELAY = 250;
const LONGEST_DELAY = 10_000;
/** How the server says that whoever watches may do so no more. */
const NOT_ALLOWED = 1008;

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/**
 * The live tail of one run: one socket for everything on the page that follows it. Reconnects by itself and goes on after the
 * last sequence it delivered, so that nothing is lost or doubled.
 */
export class RunStream {
  static readonly #streams = new Map<string, RunStream>();

  static of(run: string): RunStream {
    let stream = RunStream.#streams.get(run);
    if (!stream) {
      stream = new RunStream(run);
      RunStream.#streams.set(run, stream);
    }
    return stream;
  }

  readonly #run: string;
  readonly #listeners = new Set<RunListener>();
  #socket: WebSocket | undefined;
  #listing: Promise<Listing> | undefined;
  #sequence = -1;
  #delay = FIRST_DELAY;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The newest state, for those who join later. */
  state: StateFrame | undefined;

  private constructor(run: string) {
    this.#run = run;
  }

  /** Frames arrive from now on; whoever also wants what was before asks {@link history} after {@link known}. */
  join(listener: RunListener): () => void {
    this.#listeners.add(listener);
    if (this.state) {
      listener.onFrame(this.state);
    }
    void this.#start();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) {
        this.#stop();
      }
    };
  }

  /** Which series there are, and that the live tail has a place to start from. */
  known(): Promise<Listing> {
    this.#listing ??= this.#ask<Listing>('').then((listing) => {
      this.#sequence = Math.max(this.#sequence, listing.sequence);
      return listing;
    });
    return this.#listing;
  }

  /** All points of a series in a range of iterations, or buckets where there are more points than that. */
  history(series: string, buckets: number, from?: number, to?: number): Promise<History> {
    const query = new URLSearchParams({ series, buckets: String(buckets) });
    if (from !== undefined && to !== undefined) {
      query.set('from', String(Math.floor(from)));
      query.set('to', String(Math.ceil(to)));
    }
    return this.#ask<History>(`?${query}`);
  }

  async #ask<T>(query: string): Promise<T> {
    for (let delay = FIRST_DELAY; ; delay = Math.min(delay * 2, LONGEST_DELAY)) {
      const answer = await fetch(address(`api/v1/runs/${encodeURIComponent(this.#run)}/metrics${query}`), {
        headers: { Accept: 'application/json' },
      }).catch(() => undefined);
      if (answer?.ok) {
        return (await answer.json()) as T;
      }
      if (answer && answer.status < 500 && answer.status !== 429) {
        throw new Error(`${answer.status} ${answer.statusText}`);
      }
      await pause(delay);
      if (this.#listeners.size === 0) {
        throw new Error('nobody listens');
      }
    }
  }

  async #start() {
    if (this.#socket || this.#timer) {
      return;
    }
    try {
      await this.known();
    } catch {
      this.#listing = undefined;
      return;
    }
    if (!this.#socket && !this.#timer && this.#listeners.size > 0) {
      this.#connect();
    }
  }

  #connect() {
    this.#timer = undefined;
    const url = address(`ws/runs/${encodeURIComponent(this.#run)}?after=${this.#sequence}`);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(url);
    this.#socket = socket;
    socket.onopen = () => this.#tellConnection(true);
    socket.onmessage = (message) => {
      this.#delay = FIRST_DELAY;
      this.#deliver(JSON.parse(String(message.data)) as Frame);
    };
    socket.onclose = (event) => {
      if (this.#socket === socket) {
        this.#socket = undefined;
        if (event.code === NOT_ALLOWED) {
          this.#tellConnection(false);
        } else {
          this.#reconnect(event.code === 1000);
        }
      }
    };
  }

  #reconnect(clean: boolean) {
    if (this.#listeners.size === 0 || (clean && isOver(this.state?.state))) {
      return;
    }
    this.#tellConnection(false);
    this.#timer = setTimeout(() => this.#connect(), this.#delay * (0.75 + Math.random() / 2));
    this.#delay = Math.min(this.#delay * 2, LONGEST_DELAY);
  }

  #deliver(frame: Frame) {
    if (frame.type === 'points') {
      const fresh = frame.points.filter((point) => point[0] > this.#sequence);
      if (fresh.length === 0) {
        return;
      }
      frame = { ...frame, points: fresh };
    } else if (frame.type === 'restart' && frame.sequence < this.#sequence) {
      return;
    } else if (frame.type === 'state') {
      this.state = frame;
    }
    this.#sequence = Math.max(this.#sequence, frame.sequence);
    this.#listeners.forEach((listener) => listener.onFrame(frame));
  }

  #tellConnection(connected: boolean) {
    this.#listeners.forEach((listener) => listener.onConnection?.(connected));
  }

  #stop() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close(1000);
    RunStream.#streams.delete(this.#run);
  }
}
