#include "tests/app/collector_load.h"

#include "tests/app/collector_process.h"

#include <algorithm>
#include <chrono>
#include <poll.h>
#include <random>
#include <thread>

namespace topline::app {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int retryAfterMs = 20; // shorter than asked for: the clients are many

double msSince(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

std::string eventText(int client, std::int64_t number)
{
    const std::string id = std::to_string(client) + "-" + std::to_string(number);
    const std::string visitor = std::to_string(client) + "v" + std::to_string(number % 997);
    return R"({"type":"page","messageId":")" + id + R"(","anonymousId":")" + visitor +
           R"(","name":"Pricing","properties":{"url":"https://acme.example/pricing"},)"
           R"("context":{"library":{"name":"load","version":"1"}}})";
}

// A fifth were sent before, a twentieth are broken.
CollectorLoadReport runClient(int client, std::uint16_t port, const std::string &key,
                              const CollectorLoad &load)
{
    CollectorLoadReport out;
    std::mt19937 random(load.seed * 1'000 + static_cast<unsigned>(client));
    CollectorClient connection(port);
    for (std::int64_t sent = 0; sent < load.events / load.clients;) {
        std::string body = "{\"batch\":[";
        for (int i = 0; i < load.perBatch && sent < load.events / load.clients; ++i, ++sent) {
            body += i > 0 ? "," : "";
            const auto luck = random() % 100;
            if (luck < 5)
                body += luck % 2 == 0 ? "17" : R"({"type":"track","event":"of nobody"})";
            else if (luck < 25 && out.uniqueValid > 0)
                body += eventText(client, static_cast<std::int64_t>(random()) % out.uniqueValid);
            else
                body += eventText(client, out.uniqueValid++);
        }
        body += "]}";
        for (;;) {
            const auto start = Clock::now();
            const int status = connection.post(key, body);
            out.answerMs.push_back(msSince(start));
            if (status == 429 || status == 503) {
                ++out.busy;
                ::poll(nullptr, 0, retryAfterMs);
                continue;
            }
            ++out.batches;
            out.other += status == 200 ? 0 : 1;
            break;
        }
    }
    return out;
}

} // namespace

CollectorLoadReport loadCollector(std::uint16_t port, const std::string &key,
                                  const CollectorLoad &load)
{
    std::vector<CollectorLoadReport> parts(static_cast<std::size_t>(load.clients));
    std::vector<std::thread> clients;
    const auto start = Clock::now();
    for (int i = 0; i < load.clients; ++i)
        clients.emplace_back(
            [&, i] { parts[static_cast<std::size_t>(i)] = runClient(i, port, key, load); });
    for (auto &client : clients)
        client.join();
    CollectorLoadReport out;
    out.seconds = msSince(start) / 1'000;
    for (const auto &part : parts) {
        out.uniqueValid += part.uniqueValid;
        out.batches += part.batches;
        out.busy += part.busy;
        out.other += part.other;
        out.answerMs.insert(out.answerMs.end(), part.answerMs.begin(), part.answerMs.end());
    }
    std::sort(out.answerMs.begin(), out.answerMs.end());
    return out;
}

} // namespace topline::app
