import { test } from 'node:test';
import assert from 'node:assert/strict';
import { zodResponseFormat } from 'openai/helpers/zod';
import { z } from 'zod';
import { assertHoldsAll, assertNothingLeft, client, everything, mark, values } from './setting.mjs';

const openai = client();

function tool(name, ...parameters) {
  const properties = Object.fromEntries(parameters.map((each) => [each, { type: 'string' }]));
  return {
    type: 'function',
    function: {
      name,
      description: `Does ${name}`,
      strict: true,
      parameters: { type: 'object', properties, required: parameters, additionalProperties: false },
    },
  };
}

const question = (marked) => [{ role: 'user', content: `${marked} "quoted" \\ ${everything}` }];

test('tools_called_argumentsHoldTheOriginals', async () => {
  const marked = mark();
  const answer = await openai.chat.completions.create({
    model: 'tools',
    messages: question(marked),
    tools: [tool('send_mail', 'to', 'text'), tool('look_up', 'who')],
  });
  const calls = answer.choices[0].message.tool_calls;
  assert.equal(answer.choices[0].finish_reason, 'tool_calls');
  assert.deepEqual(
    calls.map((each) => each.function.name),
    ['send_mail', 'look_up'],
  );
  assert.equal(JSON.parse(calls[0].function.arguments).to, question(marked)[0].content);
  assert.equal(JSON.parse(calls[1].function.arguments).who, question(marked)[0].content);
  await assertNothingLeft(marked);
});

test('tools_streamed_argumentsHoldTheOriginals', async () => {
  const marked = mark();
  const helper = openai.chat.completions.stream({
    model: 'tools',
    messages: question(marked),
    tools: [tool('send_mail', 'to', 'text'), tool('look_up', 'who')],
  });
  const final = await helper.finalChatCompletion();
  const calls = final.choices[0].message.tool_calls;
  assert.equal(calls.length, 2);
  assert.equal(JSON.parse(calls[0].function.arguments).text, question(marked)[0].content);
  assert.equal(JSON.parse(calls[1].function.arguments).who, question(marked)[0].content);
  await assertNothingLeft(marked);
});

test('tools_resultWithPersonalData_neverLeaves', async () => {
  const marked = mark();
  const answer = await openai.chat.completions.create({
    model: 'tools',
    tools: [tool('look_up', 'who')],
    messages: [
      { role: 'user', content: `Who is ${values.email}?` },
      {
        role: 'assistant',
        content: null,
        tool_calls: [
          {
            id: 'call_1',
            type: 'function',
            function: { name: 'look_up', arguments: JSON.stringify({ who: values.email }) },
          },
        ],
      },
      { role: 'tool', tool_call_id: 'call_1', content: JSON.stringify({ marked, ...values }) },
    ],
  });
  assert.deepEqual(JSON.parse(answer.choices[0].message.content), { marked, ...values });
  await assertNothingLeft(marked);
});

test('runTools_wholeLoop_theToolSeesTheOriginals', async () => {
  const marked = mark();
  const seen = [];
  const runner = openai.chat.completions.runTools({
    model: 'tools',
    messages: [{ role: 'user', content: `${marked} ${values.email}` }],
    tools: [
      {
        type: 'function',
        function: {
          ...tool('look_up', 'who').function,
          parse: JSON.parse,
          function: ({ who }) => {
            seen.push(who);
            return `found ${everything}`;
          },
        },
      },
    ],
  });
  assertHoldsAll(await runner.finalContent());
  assert.deepEqual(seen, [`${marked} ${values.email}`]);
  await assertNothingLeft(marked);
});

test('structuredOutput_parsed_holdsTheOriginals', async () => {
  const marked = mark();
  const Person = z.object({ contact: z.string(), notes: z.array(z.string()), age: z.number() });
  const answer = await openai.chat.completions.parse({
    model: 'json',
    messages: question(marked),
    response_format: zodResponseFormat(Person, 'person'),
  });
  const parsed = answer.choices[0].message.parsed;
  assert.equal(parsed.contact, question(marked)[0].content);
  assert.equal(parsed.notes[0], question(marked)[0].content);
  await assertNothingLeft(marked);
});

test('structuredOutput_streamed_holdsTheOriginals', async () => {
  const Person = z.object({ contact: z.string() });
  const final = await openai.chat.completions
    .stream({
      model: 'json',
      messages: [{ role: 'user', content: everything }],
      response_format: zodResponseFormat(Person, 'person'),
    })
    .finalChatCompletion();
  assert.equal(final.choices[0].message.parsed.contact, everything);
});
