// The real @segment/analytics-node against a collector: node segment_client.mjs FOLDER URL KEY,
// where FOLDER holds node_modules. Writes one line of JSON with what the client heard.
import { createRequire } from 'module';

const [folder, host, writeKey] = process.argv.slice(2);
const { Analytics } = createRequire(folder + '/')('@segment/analytics-node');

async function send(key, tell) {
    const client = new Analytics({ writeKey: key, host, maxRetries: 2, maxEventsInBatch: 20 });
    const heard = { errors: 0, requests: 0 };
    client.on('error', () => heard.errors++);
    client.on('http_request', () => heard.requests++);
    tell(client);
    await client.closeAndFlush({ timeout: 20000 });
    return heard;
}

const everything = (client) => {
    client.identify({ userId: 'u1', traits: { email: 'lead@example.org', plan: 'trial' } });
    client.track({ userId: 'u1', event: 'Pricing Viewed', properties: { revenue: 12.5 },
                   timestamp: new Date('2026-11-01T10:00:00Z') });
    client.track({ anonymousId: 'anon-1', event: 'Signed Up' });
    client.page({ userId: 'u1', name: 'Home', category: 'Docs', properties: { path: '/' } });
    client.screen({ userId: 'u1', name: 'S' });
    client.group({ userId: 'u1', groupId: 'acme', traits: { name: 'Acme', employees: 50 } });
    client.alias({ userId: 'u1', previousId: 'anon-1' });
};
const right = await send(writeKey, everything);
const many = await send(writeKey, (client) => {
    for (let i = 0; i < 200; i++)
        client.track({ userId: 'u' + (i % 7), event: 'Report Opened', messageId: 'many-' + (i % 150) });
});
const wrong = await send('another key', everything);
console.log(JSON.stringify({ right, many, wrong }));
