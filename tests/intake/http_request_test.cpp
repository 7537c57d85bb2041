#include "core/intake/http_request.h"

#include <gtest/gtest.h>
#include <random>
#include <vector>

namespace topline::intake {

namespace {

struct Heard {
    std::vector<HttpRequest> requests;
    int refusal = 0;
    bool isUnfinished = false;
    bool operator==(const Heard &) const = default;
};

void hear(HttpRequestParser &parser, std::string_view bytes, Heard &out)
{
    while (!bytes.empty() && parser.refusal() == 0) {
        bytes.remove_prefix(parser.feed(bytes));
        if (parser.isComplete())
            out.requests.push_back(parser.take());
    }
}

Heard hearWhole(const std::string &bytes)
{
    HttpRequestParser parser;
    Heard out;
    hear(parser, bytes, out);
    out.refusal = parser.refusal();
    out.isUnfinished = parser.hasBegun() && out.refusal == 0;
    return out;
}

Heard hearInPieces(const std::string &bytes, std::mt19937 &random, std::size_t pieceMax)
{
    HttpRequestParser parser;
    Heard out;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t size = std::min<std::size_t>(1 + random() % pieceMax, bytes.size() - at);
        hear(parser, std::string_view(bytes).substr(at, size), out);
        at += size;
    }
    out.refusal = parser.refusal();
    out.isUnfinished = parser.hasBegun() && out.refusal == 0;
    return out;
}

const std::string line = "POST /v1/batch HTTP/1.1\r\n";
const std::string host = "Host: 127.0.0.1:80\r\n";

struct Case {
    std::string bytes;
    int refusal;
};

std::vector<Case> refused()
{
    return {
        // Two opinions about where a request ends.
        {line + host + "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc", 400},
        {line + host + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", 400},
        {line + host + "Content-Length: 3, 3\r\n\r\nabc", 400},
        {line + host + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
        {line + host + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n", 400},
        {line + host + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n", 400},
        {line + host + "Transfer-Encoding: gzip, chunked\r\n\r\n", 501},
        {line + host +
             "Transfer-Encoding: \x0B"
             "chunked\r\n\r\n",
         400},
        {line + host + "Transfer-Encoding : chunked\r\n\r\n", 400},
        {line + host + "Content-Length: -1\r\n\r\n", 400},
        {line + host + "Content-Length: +3\r\n\r\nabc", 400},
        {line + host + "Content-Length: 0x3\r\n\r\nabc", 400},
        {line + host + "Content-Length: abc\r\n\r\n", 400},
        {line + host + "Content-Length:\r\n\r\n", 400},
        {line + host + "Content-Length: 99999999999999999999\r\n\r\n", 400},
        // Lines that some read otherwise.
        {line + host + "A: b\r\n c\r\n\r\n", 400},
        {line + host + "A: b\n\r\n", 400},
        {"POST /v1/batch HTTP/1.1\n" + host + "\r\n", 400},
        {line + host + "A: b\rC: d\r\n\r\n", 400},
        {line + host + "A b\r\n\r\n", 400},
        {line + host + ": b\r\n\r\n", 400},
        {line + host + std::string("A: b\0c\r\n\r\n", 10), 400},
        {line + host + "A\xC3\xA4: b\r\n\r\n", 400},
        {line + "\r\n", 400},
        {line + host + host + "\r\n", 400},
        {"\r\n" + line + host + "\r\n", 400},
        {"POST http://127.0.0.1/v1/batch HTTP/1.1\r\n" + host + "\r\n", 400},
        {"POST  /v1/batch HTTP/1.1\r\n" + host + "\r\n", 400},
        {"POST /v1/ba tch HTTP/1.1\r\n" + host + "\r\n", 400},
        {"post /v1/batch HTTP/1.1\r\n" + host + "\r\n", 400},
        {"POST /v1/batch\r\n" + host + "\r\n", 400},
        {"POST /v1/batch HTTP/1.0\r\n" + host + "\r\n", 505},
        {"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400},
        {"\x16\x03\x01\x02", 0}, // the beginning of TLS: no line yet
        // Chunks.
        {line + host + "Transfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n0\r\n\r\n", 400},
        {line + host + "Transfer-Encoding: chunked\r\n\r\n3\nabc\r\n0\r\n\r\n", 400},
        {line + host + "Transfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n0\r\n\r\n", 400},
        {line + host + "Transfer-Encoding: chunked\r\n\r\n-1\r\n", 400},
        {line + host + "Transfer-Encoding: chunked\r\n\r\n\r\n", 400},
        {line + host + "Transfer-Encoding: chunked\r\n\r\nffffffff\r\n", 413},
        {line + host + "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n", 400},
        // Limits.
        {line + host + "Content-Length: 524289\r\n\r\n", 413},
        {"POST /" + std::string(2'048, 'a'), 414},
        {line + host + "A: " + std::string(8'200, 'a'), 431},
        {line + host +
             [] {
                 std::string out;
                 for (int i = 0; i < 32; ++i)
                     out += "A: b\r\n";
                 return out;
             }(),
         431},
        {line + host + "Expect: something\r\n\r\n", 417},
    };
}

std::vector<std::string> accepted()
{
    return {
        line + host + "\r\n",
        line + host + "Content-Length: 5\r\n\r\nhello",
        line + host + "Content-Length: 5\r\nConnection: close\r\n\r\nhello",
        line + host + "Transfer-Encoding: Chunked\r\n\r\n5\r\nhello\r\n1\r\n!\r\n0\r\n\r\n",
        line + host + "Transfer-Encoding: chunked\r\n\r\n0\r\nA: b\r\nContent-Length: 9\r\n\r\n",
        line + host + "A:\t b \t\r\nEmpty:\r\n\r\n" + line + host + "Content-Length: 2\r\n\r\nhi",
        line + host + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\nhi",
        line + host + "Content-Length: 40\r\n\r\n" + std::string(40, '\n'),
        line + host + "Content-Length: 5\r\n\r\nhel", // not all of it yet
    };
}

} // namespace

TEST(HttpRequest, ReadsLengthsAndChunks)
{
    const auto heard = hearWhole(accepted()[3]);
    ASSERT_EQ(heard.requests.size(), 1u);
    EXPECT_EQ(heard.requests[0].body, "hello!");
    EXPECT_EQ(heard.requests[0].method, "POST");
    EXPECT_EQ(heard.requests[0].target, "/v1/batch");
    EXPECT_EQ(heard.requests[0].header("host"), "127.0.0.1:80");
    EXPECT_TRUE(heard.requests[0].keepAlive);
    EXPECT_FALSE(hearWhole(accepted()[2]).requests.at(0).keepAlive);
}

TEST(HttpRequest, ReadsRequestsThatFollowEachOther)
{
    const auto heard = hearWhole(accepted()[5]);
    ASSERT_EQ(heard.requests.size(), 2u);
    EXPECT_EQ(heard.requests[0].header("a"), "b");
    EXPECT_EQ(heard.requests[1].body, "hi");
}

TEST(HttpRequest, WhatStandsBehindChunksChangesNothing)
{
    const auto heard = hearWhole(accepted()[4]);
    ASSERT_EQ(heard.requests.size(), 1u);
    EXPECT_EQ(heard.requests[0].count("content-length"), 0u);
}

TEST(HttpRequest, AsksOnceToGoOn)
{
    HttpRequestParser parser;
    const std::string head = line + host + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n";
    EXPECT_EQ(parser.feed(head), head.size());
    EXPECT_TRUE(parser.awaitsContinue());
    parser.noteContinued();
    EXPECT_FALSE(parser.awaitsContinue());
    parser.feed("hi");
    EXPECT_TRUE(parser.isComplete());
    EXPECT_EQ(parser.take().body, "hi");
    parser.feed(head);
    EXPECT_TRUE(parser.awaitsContinue()) << "the next request is asked anew";
}

TEST(HttpRequest, RefusesWhatTwoReadersCouldReadInTwoWays)
{
    for (const auto &[bytes, refusal] : refused()) {
        const auto heard = hearWhole(bytes);
        EXPECT_EQ(heard.refusal, refusal) << bytes.substr(0, 200);
        EXPECT_TRUE(heard.requests.empty()) << bytes.substr(0, 200);
    }
}

TEST(HttpRequest, TakesNothingMoreOnceItRefused)
{
    HttpRequestParser parser;
    parser.feed(line + host + "A b\r\n\r\n");
    EXPECT_EQ(parser.refusal(), 400);
    EXPECT_EQ(parser.feed(accepted()[0]), 0u);
    EXPECT_FALSE(parser.isComplete());
}

TEST(HttpRequest, HowBytesAreCutDoesNotMatter)
{
    const unsigned seed = 20'261'122;
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    std::vector<std::string> corpus = accepted();
    for (const auto &each : refused())
        corpus.push_back(each.bytes);
    const std::size_t plain = corpus.size();
    for (std::size_t i = 0; i < plain; ++i) { // and spoilt ones
        for (int n = 0; n < 20 && !corpus[i].empty(); ++n) {
            std::string spoilt = corpus[i].substr(0, 600);
            for (auto times = 1 + random() % 3; times > 0; --times) {
                const std::size_t at = random() % spoilt.size();
                if (random() % 2 == 0)
                    spoilt[at] = static_cast<char>(random() % 256);
                else
                    spoilt.insert(at, 1, "\r\n:; 0a"[random() % 7]);
            }
            corpus.push_back(spoilt);
        }
    }
    for (const std::string &bytes : corpus) {
        const Heard whole = hearWhole(bytes);
        EXPECT_EQ(hearInPieces(bytes, random, 1), whole) << bytes.substr(0, 200);
        EXPECT_EQ(hearInPieces(bytes, random, 9), whole) << bytes.substr(0, 200);
        EXPECT_EQ(hearInPieces(bytes, random, 100), whole) << bytes.substr(0, 200);
    }
}

} // namespace topline::intake
