// What a dialer's program does with an unmodified supabase-js: node client.mjs URL TOKEN, one JSON line an answer.
import { createClient } from "@supabase/supabase-js";

const [url, token] = process.argv.slice(2);
const supabase = createClient(url, token, { auth: { persistSession: false, autoRefreshToken: false } });

async function invoke(body) {
  const { data, error } = await supabase.functions.invoke("power-dialer-controller", { body });
  if (error === null) {
    console.log(JSON.stringify({ action: body.action, status: 200, body: data }));
    return data;
  }
  const answer = error.context;
  const refusal = {
    action: body.action,
    status: answer.status,
    body: await answer.json(),
    retryAfter: answer.headers.get("retry-after"),
    reset: answer.headers.get("x-ratelimit-reset"),
  };
  console.log(JSON.stringify(refusal));
  return refusal.body;
}

const { session } = await invoke({ action: "start", mode: "power" });
const sessionId = session.id;
const { contact } = await invoke({ action: "next-contact", sessionId });
await invoke({ action: "next-contact", sessionId });
await invoke({ action: "disposition", sessionId, contactId: contact.id, disposition: "interested", notes: "likes tea" });
await invoke({ action: "pause", sessionId });
await invoke({ action: "resume", sessionId });
await invoke({ action: "stop", sessionId });
for (let asked = 7; asked < 61; asked += 1) {
  await invoke({ action: "status" });
}
