import { connect, type Socket } from 'node:net';
import { OPCODE, text, words } from './x11-requests.ts';

const KEY_PRESS = 2;
const KEY_RELEASE = 3;
const VIEWABLE = 2;

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel: blue, green, red and one without meaning. */
  readonly pixels: Buffer;
}

/** A client of an X display that needs no library: looks at windows and presses keys as a person's keyboard does. */
export class Display {
  readonly root: number;
  readonly #socket: Socket;
  /** Who waits for the answer to which request, by its number as answers carry it. */
  readonly #waiting = new Map<number, (reply: Buffer) => void>();
  #requests = 0;
  readonly #firstKey: number;
  #received = Buffer.alloc(0);
  #keysyms: readonly (readonly number[])[] = [];
  #xtest = 0;

  private constructor(socket: Socket, setup: Buffer) {
    this.#socket = socket;
    this.#firstKey = setup.readUInt8(34);
    const formats = setup.readUInt8(29);
    this.root = setup.readUInt32LE(40 + Math.ceil(setup.readUInt16LE(24) / 4) * 4 + 8 * formats);
    socket.on('data', (data) => this.#receive(data));
  }

  /** Connects to a display of this computer, such as `:99`, that lets everybody in. */
  static async at(name: string): Promise<Display> {
    // By Linux's name for the socket, as other clients do; a file of that name may be another display's by now.
    const socket = connect(`\0/tmp/.X11-unix/X${name.replace(':', '')}`);
    socket.write(Buffer.from([0x6c, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
    let setup = Buffer.alloc(0);
    while (setup.length < 8 || setup.length < 8 + 4 * setup.readUInt16LE(6)) {
      const piece: Buffer = await new Promise((resolve, reject) => {
        socket.once('data', resolve);
        socket.once('error', reject);
      });
      setup = Buffer.concat([setup, piece]);
    }
    if (setup[0] !== 1) throw new Error(`The display ${name} lets nobody in.`);
    socket.removeAllListeners();
    const display = new Display(socket, setup);
    const lastKey = setup.readUInt8(35);
    display.#xtest = (await display.#ask(OPCODE.queryExtension, 0, text('XTEST', 2))).readUInt8(9);
    const count = lastKey - display.#firstKey + 1;
    const mapping = await display.#ask(
      OPCODE.getKeyboardMapping,
      0,
      Buffer.from([display.#firstKey, count, 0, 0]),
    );
    const columns = mapping.readUInt8(1);
    display.#keysyms = Array.from({ length: count }, (_, key) =>
      Array.from({ length: columns }, (_, column) => mapping.readUInt32LE(32 + 4 * (key * columns + column))),
    );
    return display;
  }

  close(): void {
    this.#socket.destroy();
  }

  /** The windows on the screen that can be seen. */
  async windows(): Promise<readonly number[]> {
    const tree = await this.#ask(OPCODE.queryTree, 0, words(this.root));
    const children = Array.from({ length: tree.readUInt16LE(16) }, (_, i) => tree.readUInt32LE(32 + 4 * i));
    const seen: number[] = [];
    for (const child of children) {
      const attributes = await this.#ask(OPCODE.getWindowAttributes, 0, words(child));
      if (attributes[0] === 1 && attributes[26] === VIEWABLE) seen.push(child);
    }
    return seen;
  }

  /** A window's title; empty where it has none or is gone. */
  async title(window: number): Promise<string> {
    const name = await this.#atom('_NET_WM_NAME');
    const reply = await this.#ask(OPCODE.getProperty, 0, words(window, name, 0, 0, 1000));
    if (reply[0] !== 1) return '';
    return reply.subarray(32, 32 + reply.readUInt32LE(16) * (reply.readUInt8(1) / 8)).toString('utf8');
  }

  /** What a window shows, as the screen has it. */
  async picture(window: number): Promise<Picture> {
    const geometry = await this.#ask(OPCODE.getGeometry, 0, words(window));
    const [width, height] = [geometry.readUInt16LE(16), geometry.readUInt16LE(18)];
    const size = Buffer.alloc(8);
    size.writeUInt16LE(width, 4);
    size.writeUInt16LE(height, 6);
    const image = await this.#ask(
      OPCODE.getImage,
      2,
      Buffer.concat([words(window), size, words(0xffffffff)]),
    );
    return { width, height, pixels: image.subarray(32) };
  }

  /** Gives a window the keyboard, which otherwise a window manager does. */
  async focus(window: number): Promise<void> {
    this.#send(OPCODE.setInputFocus, 1, words(window, 0));
    await this.#settle();
  }

  /** Presses and releases the keys that write a text; `\n` is Enter. */
  async type(written: string): Promise<void> {
    for (const character of written) {
      const keysym = character === '\n' ? 0xff0d : (character.codePointAt(0) as number);
      await this.press(keysym);
    }
  }

  /** Presses a key, with Shift where its sign needs it, and any `held` meanwhile; keys by X's keysyms. */
  async press(keysym: number, ...held: readonly number[]): Promise<void> {
    const key = this.#keysyms.findIndex((columns) => columns.slice(0, 2).includes(keysym));
    if (key === -1) throw new Error(`The keyboard has no key for the sign ${keysym}.`);
    const shifted = this.#keysyms[key]?.[0] !== keysym;
    const down = [...held, ...(shifted ? [0xffe1] : [])].map((one) =>
      this.#keysyms.findIndex((columns) => columns[0] === one),
    );
    for (const one of [...down, key]) this.#key(KEY_PRESS, one);
    for (const one of [key, ...down.reverse()]) this.#key(KEY_RELEASE, one);
    await this.#settle();
  }

  /** Asks a window to close, as the button in its frame does. */
  async closeWindow(window: number): Promise<void> {
    const [protocols, wanted] = [await this.#atom('WM_PROTOCOLS'), await this.#atom('WM_DELETE_WINDOW')];
    const event = Buffer.concat([Buffer.from([33, 32, 0, 0]), words(window, protocols, wanted, 0, 0, 0, 0)]);
    this.#send(OPCODE.sendEvent, 0, Buffer.concat([words(window, 0), event]));
    await this.#settle();
  }

  #key(type: number, key: number): void {
    const event = Buffer.alloc(32);
    event.writeUInt8(type, 0);
    event.writeUInt8(this.#firstKey + key, 1);
    this.#send(this.#xtest, 2, event);
  }

  async #atom(name: string): Promise<number> {
    return (await this.#ask(OPCODE.internAtom, 0, text(name, 2))).readUInt32LE(8);
  }

  /** Waits until the display has done all that was sent: it answers in order. */
  async #settle(): Promise<void> {
    await this.#atom('WM_PROTOCOLS');
  }

  #send(opcode: number, detail: number, body: Buffer): void {
    this.#requests++;
    const head = Buffer.from([opcode, detail, 0, 0]);
    head.writeUInt16LE(1 + body.length / 4, 2);
    this.#socket.write(Buffer.concat([head, body]));
  }

  #ask(opcode: number, detail: number, body: Buffer): Promise<Buffer> {
    this.#send(opcode, detail, body);
    const number = this.#requests & 0xffff;
    return new Promise((resolve) => this.#waiting.set(number, resolve));
  }

  /** Replies and errors answer a request; events are of no interest. */
  #receive(data: Buffer): void {
    this.#received = Buffer.concat([this.#received, data]);
    while (this.#received.length >= 32) {
      const length = 32 + (this.#received[0] === 1 ? 4 * this.#received.readUInt32LE(4) : 0);
      if (this.#received.length < length) return;
      const packet = this.#received.subarray(0, length);
      this.#received = this.#received.subarray(length);
      if ((packet[0] as number) > 1) continue;
      const number = packet.readUInt16LE(2);
      this.#waiting.get(number)?.(packet);
      this.#waiting.delete(number);
    }
  }
}
