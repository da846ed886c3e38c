// Bodies of Response and Request are web streams.
(async () => {
  const body = new ReadableStream({ start(c) { c.enqueue(new TextEncoder().encode('a body')); c.close(); } });
  const response = new Response(body);
  console.log(response.body === body, response.bodyUsed, await response.text(), response.bodyUsed);
  await response.text().catch((error) => console.log(error.name, error.message));
  const copy = new Response('text'); const twin = copy.clone(); console.log(await copy.text(), await twin.text(), copy.body.locked);
  for await (const chunk of new Response('chunks').body) console.log(chunk);
  console.log(new Response().body, await new Response(new Blob(['blob'])).arrayBuffer());
})();
