import { describe, expect, test } from 'vitest';
import { readEvents, type StreamEvent } from './events';

async function read(chunks: Uint8Array[]): Promise<StreamEvent[]> {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
  const events: StreamEvent[] = [];
  for await (const event of readEvents(body)) events.push(event);
  return events;
}

const bytes = (text: string) => new TextEncoder().encode(text);
const each = (text: string, size: number) => {
  const all = bytes(text);
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
};

describe('readEvents', () => {
  const text = ': hello\n\ndata: {"a":"é👋"}\n\nevent: interaction\r\ndata: one\r\ndata: two\r\n\r\ndata:[DONE]\r\r';
  const expected = [
    { event: 'message', data: '{"a":"é👋"}' },
    { event: 'interaction', data: 'one\ntwo' },
    { event: 'message', data: '[DONE]' },
  ];

  test.each([1, 2, 3, 7, 1000])('readEvents_cutEvery%iBytes_givesTheSameEvents', async (size) => {
    expect(await read(each(text, size))).toEqual(expected);
  });

  test('readEvents_endWithoutBlankLine_dropsTheUnfinishedEvent', async () => {
    expect(await read([bytes('data: whole\n\ndata: half')])).toEqual([{ event: 'message', data: 'whole' }]);
  });

  test('readEvents_noColon_isAFieldWithoutText', async () => {
    expect(await read([bytes('data\n\n')])).toEqual([{ event: 'message', data: '' }]);
  });
});
