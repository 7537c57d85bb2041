#include "core/base/line_reader.h"

#include <gtest/gtest.h>
#include <vector>

using namespace topline::base;

namespace {

std::vector<std::string> linesOf(std::string text)
{
    LineReader reader(memorySource(std::move(text), "t.jsonl"));
    Line line;
    std::vector<std::string> out;
    while (true) {
        const auto more = reader.next(line);
        if (!more.ok()) {
            out.push_back("error: " + more.error().text());
            return out;
        }
        if (!*more)
            return out;
        out.push_back(line.fault.empty() ? std::string(line.text)
                                         : std::to_string(line.number) + ":" +
                                               std::to_string(line.faultColumn) + " " + line.fault);
    }
}

} // namespace

TEST(LineReader, TakesEveryLineEnd)
{
    EXPECT_EQ(linesOf("a\nb\r\nc\rd"), (std::vector<std::string>{"a", "b", "c", "d"}));
    EXPECT_EQ(linesOf("a\n\n"), (std::vector<std::string>{"a", ""}));
    EXPECT_TRUE(linesOf("").empty());
}

TEST(LineReader, FaultsCostOneLine)
{
    EXPECT_EQ(linesOf("a\nö\xFFz\nb"),
              (std::vector<std::string>{"a", "2:2 these bytes are not valid text", "b"}));
    for (const std::size_t length : {lineLimit + 1, 3 * lineLimit})
        for (const char *end : {"\n", "\r\n", "\r"})
            EXPECT_EQ(linesOf("a" + std::string(end) + std::string(length, 'x') + end + "b"),
                      (std::vector<std::string>{"a", "2:1 the line is longer than 1 MB", "b"}));
    EXPECT_EQ(linesOf(std::string(lineLimit, 'x')).front().size(), lineLimit);
}

TEST(LineReader, HoldsNoMoreThanALongLine)
{
    LineReader reader(memorySource(std::string(20 * lineLimit, 'x') + "\nb\n", "t.jsonl"));
    Line line;
    ASSERT_TRUE(*reader.next(line));
    ASSERT_TRUE(*reader.next(line));
    EXPECT_EQ(line.text, "b");
    EXPECT_LT(reader.bufferCapacity(), 3 * lineLimit);
}

TEST(LineReader, RefusesBinaryFiles)
{
    EXPECT_NE(linesOf(std::string("ab\ncd\0e", 7)).back().find("t.jsonl:2:3"), std::string::npos);
}
