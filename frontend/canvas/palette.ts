import '@vaadin/text-field';
import './canvas.css';
import './palette.css';

interface Item {
  type: string;
  label: string;
  category: number;
  group: string;
  icon: string;
  help: string;
  /** Other words that find it. */
  words: string;
}

interface PaletteWords {
  search: string;
  nothing: string;
  list: string;
}

const DRAG_TYPE = 'application/x-netloom-layer';
const FOLDED = 'netloom-palette-folded';
const SVG = 'http://www.w3.org/2000/svg';

/** Everything that can be put on the canvas: search, drag, or press Enter to add below the selected card. */
class PaletteElement extends HTMLElement {
  #items: Item[] = [];
  #words: Partial<PaletteWords> = {};
  readonly #folded = new Set<string>(JSON.parse(localStorage.getItem(FOLDED) ?? '[]'));
  readonly #search = document.createElement('vaadin-text-field');
  readonly #list = document.createElement('div');
  readonly #about = document.createElement('aside');

  connectedCallback() {
    if (this.#list.isConnected) {
      return;
    }
    this.#search.setAttribute('clear-button-visible', '');
    this.#search.addEventListener('input', () => this.#draw());
    this.#search.addEventListener('value-changed', () => this.#draw());
    this.#search.addEventListener('keydown', (event) => this.#onSearchKey(event));
    this.#list.className = 'nl-palette-list';
    this.#list.setAttribute('role', 'listbox');
    this.#list.addEventListener('keydown', (event) => this.#onListKey(event));
    this.#about.className = 'nl-palette-about';
    this.#about.id = 'nl-palette-about';
    this.replaceChildren(this.#search, this.#list, this.#about);
    this.#draw();
  }

  configure(items: Item[], words: PaletteWords) {
    this.#items = items;
    this.#words = words;
    this.#search.placeholder = words.search;
    this.#search.setAttribute('accessible-name', words.search);
    this.#list.setAttribute('aria-label', words.list);
    this.#draw();
  }

  focusSearch() {
    this.#search.focus();
  }

  #draw() {
    const sought = this.#search.value.trim().toLowerCase();
    const found = this.#items.filter((item) =>
      `${item.label} ${item.group} ${item.words}`.toLowerCase().includes(sought),
    );
    const groups = [...new Set(found.map((item) => item.group))];
    const parts: HTMLElement[] = groups.map((group) =>
      this.#shelf(
        group,
        found.filter((item) => item.group === group),
        sought !== '',
      ),
    );
    if (found.length === 0 && this.#items.length > 0) {
      const nothing = document.createElement('p');
      nothing.textContent = (this.#words.nothing ?? '').replace('{0}', () => this.#search.value.trim());
      parts.push(nothing);
    }
    this.#list.replaceChildren(...parts);
    this.#list.querySelector<HTMLElement>('[role=option]')?.setAttribute('tabindex', '0');
  }

  /** A shelf that folds; while something is sought, every shelf is open. */
  #shelf(group: string, items: Item[], sought: boolean): HTMLElement {
    const open = sought || !this.#folded.has(group);
    const title = document.createElement('button');
    title.className = 'nl-palette-group';
    title.textContent = group;
    title.tabIndex = -1;
    title.setAttribute('aria-expanded', String(open));
    title.addEventListener('click', () => {
      if (open) {
        this.#folded.add(group);
      } else {
        this.#folded.delete(group);
      }
      localStorage.setItem(FOLDED, JSON.stringify([...this.#folded]));
      this.#draw();
    });
    const shelf = document.createElement('div');
    shelf.setAttribute('role', 'group');
    shelf.setAttribute('aria-label', group);
    shelf.replaceChildren(title, ...(open ? items.map((item) => this.#option(item)) : []));
    return shelf;
  }

  #option(item: Item): HTMLElement {
    const option = document.createElement('div');
    option.className = `nl-palette-item nl-hue-${item.category}`;
    option.setAttribute('role', 'option');
    option.tabIndex = -1;
    option.draggable = true;
    option.setAttribute('aria-describedby', this.#about.id);
    option.addEventListener('pointerenter', () => this.#tell(item));
    option.addEventListener('focus', () => this.#tell(item));
    option.dataset.type = item.type;
    const icon = document.createElementNS(SVG, 'svg');
    icon.setAttribute('viewBox', '0 0 24 24');
    icon.setAttribute('class', 'nl-icon');
    icon.setAttribute('aria-hidden', 'true');
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', item.icon);
    icon.append(path);
    const label = document.createElement('span');
    label.textContent = item.label;
    option.append(icon, label);
    option.addEventListener('dragstart', (event) => {
      event.dataTransfer?.setData(DRAG_TYPE, item.type);
      event.dataTransfer!.effectAllowed = 'copy';
    });
    option.addEventListener('dblclick', () => this.#add(item.type));
    return option;
  }

  /** What the layer under the pointer or the focus does, and its formula. */
  #tell(item: Item) {
    const title = document.createElement('strong');
    title.textContent = item.label;
    const help = document.createElement('p');
    const formula = document.createElement('code');
    const [words, ...lines] = item.help.split('\n');
    help.textContent = words;
    formula.textContent = lines.join('\n');
    this.#about.replaceChildren(title, help, formula);
  }

  #onSearchKey(event: KeyboardEvent) {
    const first = this.#list.querySelector<HTMLElement>('[role=option]');
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      first?.focus();
    } else if (event.key === 'Enter' && first && this.#search.value.trim()) {
      this.#add(first.dataset.type!);
    } else if (event.key === 'Escape') {
      this.#search.value = '';
    }
  }

  #onListKey(event: KeyboardEvent) {
    const options = [...this.#list.querySelectorAll<HTMLElement>('[role=option]')];
    const at = options.indexOf(event.target as HTMLElement);
    if (at < 0) {
      return;
    }
    const go = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: options.length - 1 }[event.key];
    if (event.key === 'Enter' || event.key === ' ') {
      this.#add(options[at]?.dataset.type ?? '');
    } else if (go === -1) {
      this.focusSearch();
    } else if (go !== undefined) {
      options.forEach((option, index) => (option.tabIndex = index === go ? 0 : -1));
      options[go]?.focus();
    } else {
      return;
    }
    event.preventDefault();
  }

  #add(type: string) {
    if (type) {
      this.dispatchEvent(new CustomEvent('netloom-add-type', { detail: type }));
    }
  }
}

customElements.define('netloom-palette', PaletteElement);
