#include "core/base/csv_reader.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <vector>

using namespace topline::base;

namespace {

using Rows = std::vector<std::vector<std::string>>;

struct Parsed {
    Rows rows;
    std::vector<CsvFault> faults;
    std::vector<std::string> faultRaws;
    char delimiter = '\0';
    std::string error;
};

Parsed parse(std::string text, CsvOptions options = {}, std::size_t columns = 0)
{
    Parsed out;
    CsvReader reader(memorySource(std::move(text), "t.csv"), options);
    reader.expectColumns(columns);
    CsvRow row;
    while (true) {
        auto more = reader.next(row);
        if (!more.ok()) {
            out.error = more.error().text();
            break;
        }
        if (!*more)
            break;
        if (row.fault) {
            out.faults.push_back(*row.fault);
            out.faultRaws.emplace_back(row.raw);
            continue;
        }
        out.rows.emplace_back();
        for (const CsvCell &cell : row.cells)
            out.rows.back().emplace_back(cell.text);
    }
    out.delimiter = reader.delimiter();
    return out;
}

std::string utf16(std::u16string_view text, bool little, bool mark)
{
    std::string out;
    const auto put = [&](char16_t unit) {
        const char low = static_cast<char>(unit & 0xFF);
        const char high = static_cast<char>(unit >> 8);
        out += little ? low : high;
        out += little ? high : low;
    };
    if (mark)
        put(0xFEFF);
    for (const char16_t unit : text)
        put(unit);
    return out;
}

// Hands out bytes in pieces of the given size, so that every border is met.
class TrickleSource final : public ByteSource {
public:
    TrickleSource(std::string bytes, std::size_t piece)
        : m_bytes(std::move(bytes))
        , m_piece(piece)
    {
    }

    Result<std::size_t> read(char *out, std::size_t capacity) override
    {
        const std::size_t count = std::min({capacity, m_piece, m_bytes.size() - m_offset});
        std::copy_n(m_bytes.data() + m_offset, count, out);
        m_offset += count;
        return count;
    }

    std::int64_t size() const override { return static_cast<std::int64_t>(m_bytes.size()); }

    const std::string &name() const override { return m_name; }

private:
    std::string m_bytes;
    std::string m_name = "trickle";
    std::size_t m_piece;
    std::size_t m_offset = 0;
};

} // namespace

TEST(CsvReader, ReadsQuotesDoubledQuotesAndLineBreaksInCells)
{
    const Parsed p = parse("a,b,c\n\"x, y\",\"he said \"\"no\"\"\",\"two\r\nlines\"\n,,\n");
    EXPECT_EQ(p.rows,
              (Rows{{"a", "b", "c"}, {"x, y", "he said \"no\"", "two\r\nlines"}, {"", "", ""}}));
    EXPECT_TRUE(p.faults.empty());
}

TEST(CsvReader, TakesEveryLineEndAndNoneAtTheEnd)
{
    const Rows want{{"a", "b"}, {"1", "2"}, {"3", "4"}};
    EXPECT_EQ(parse("a,b\n1,2\n3,4").rows, want);
    EXPECT_EQ(parse("a,b\r\n1,2\r\n3,4\r\n").rows, want);
    EXPECT_EQ(parse("a,b\r1,2\r3,4\r").rows, want);
    EXPECT_EQ(parse("a,b\n\n1,2\r\n\r\n3,4\n\n").rows, want);
}

TEST(CsvReader, FindsTheDelimiterOutsideQuotes)
{
    EXPECT_EQ(parse("name;amount\n\"A, B, C\";1,50\nD;2,25\n").delimiter, ';');
    EXPECT_EQ(parse("name\tnote\na\tb, c; d\n").delimiter, '\t');
    EXPECT_EQ(parse("name|note\na|b,c\n").delimiter, '|');
    EXPECT_EQ(parse("\"a;b\",c\n\"1;2;3\",4\n").delimiter, ',');
    EXPECT_EQ(parse("only\none\ncolumn\n").delimiter, ',');
    const Parsed excel = parse("sep=;\r\na,x;b\r\n1;2\r\n");
    EXPECT_EQ(excel.delimiter, ';');
    EXPECT_EQ(excel.rows, (Rows{{"a,x", "b"}, {"1", "2"}}));
}

TEST(CsvReader, ReadsEveryEncodingTheSame)
{
    const Rows want{{"name", "city"}, {"Zoë", "Köln 😀"}};
    const std::u16string wide = u"name,city\nZoë,Köln 😀\n";
    EXPECT_EQ(parse("name,city\nZoë,Köln 😀\n").rows, want);
    EXPECT_EQ(parse("\xEF\xBB\xBFname,city\nZoë,Köln 😀\n").rows, want);
    EXPECT_EQ(parse(utf16(wide, true, true)).rows, want);
    EXPECT_EQ(parse(utf16(wide, false, true)).rows, want);
    EXPECT_EQ(parse(utf16(wide, true, false)).rows, want);
    EXPECT_EQ(parse(utf16(wide, false, false)).rows, want);
    const Parsed western = parse("name,city\nZo\xEB,\x80\x9F\n", {'\0', TextEncoding::Windows1252});
    EXPECT_EQ(western.rows, (Rows{{"name", "city"}, {"Zoë", "€Ÿ"}}));
}

TEST(CsvReader, SaysWhereTextIsBrokenAndGoesOn)
{
    const Parsed p = parse("a,b\nx,Z\xEB!\n1,2\n");
    ASSERT_EQ(p.faults.size(), 1U);
    EXPECT_EQ(p.faults[0].line, 2);
    EXPECT_EQ(p.faults[0].column, 4);
    EXPECT_EQ(p.rows, (Rows{{"a", "b"}, {"1", "2"}}));
    const Parsed lone =
        parse(utf16(std::u16string(u"a,b\nx,") + char16_t(0xD800) + u"\n1,2\n", true, true));
    ASSERT_EQ(lone.faults.size(), 1U);
    EXPECT_EQ(lone.faults[0].column, 3);
    EXPECT_EQ(lone.rows.size(), 2U);
}

TEST(CsvReader, RefusesBinaryFilesWithThePlace)
{
    const Parsed nul = parse(std::string("a,b\n1,\0x\n", 9));
    EXPECT_NE(nul.error.find("t.csv:2:3"), std::string::npos) << nul.error;
    EXPECT_NE(nul.error.find("binary"), std::string::npos) << nul.error;
    const Parsed zip = parse("PK\x03\x04 something");
    EXPECT_NE(zip.error.find("save it as CSV"), std::string::npos) << zip.error;
}

TEST(CsvReader, EmptyAndHeaderOnlyFilesHaveNoRows)
{
    EXPECT_TRUE(parse("").rows.empty());
    EXPECT_TRUE(parse("\xEF\xBB\xBF").rows.empty());
    EXPECT_TRUE(parse("\n\r\n\r").rows.empty());
    EXPECT_EQ(parse("a,b").rows, (Rows{{"a", "b"}}));
}

TEST(CsvReader, AStrayQuoteCostsOneLineNotTheFile)
{
    const Parsed p = parse("a,b\n1,2\n3,\"open\n5,6\n7,8\n");
    EXPECT_EQ(p.rows, (Rows{{"a", "b"}, {"1", "2"}, {"5", "6"}, {"7", "8"}}));
    ASSERT_EQ(p.faults.size(), 1U);
    EXPECT_EQ(p.faults[0].line, 3);
    EXPECT_EQ(p.faults[0].column, 3);
    EXPECT_NE(p.faults[0].reason.find("never closed"), std::string::npos);
    EXPECT_EQ(p.faultRaws[0], "3,\"open");

    const Parsed text = parse("a,b\n\"x\"y,2\n3,4\n");
    EXPECT_EQ(text.rows, (Rows{{"a", "b"}, {"3", "4"}}));
    ASSERT_EQ(text.faults.size(), 1U);
    EXPECT_EQ(text.faults[0].line, 2);
    EXPECT_EQ(text.faults[0].column, 4);
}

TEST(CsvReader, ReportsRowsOfAnotherWidth)
{
    const Parsed p = parse("a,b,c\n1,2\n1,2,3,4\n5,6,7\n", {}, 3);
    ASSERT_EQ(p.faults.size(), 2U);
    EXPECT_EQ(p.faults[0].line, 2);
    EXPECT_EQ(p.faults[0].column, 4);
    EXPECT_EQ(p.faults[1].line, 3);
    EXPECT_EQ(p.faults[1].column, 7);
    EXPECT_EQ(p.rows.size(), 2U);
}

TEST(CsvReader, PlacesCellsByLineAndCharacter)
{
    CsvReader reader(memorySource("h,i,j\nä,\"x\ny\",z\nq,r,s\n", "t.csv"));
    CsvRow row;
    ASSERT_TRUE(*reader.next(row));
    ASSERT_TRUE(*reader.next(row));
    EXPECT_EQ(row.line, 2);
    EXPECT_EQ(row.place(1).line, 2);
    EXPECT_EQ(row.place(1).column, 3);
    EXPECT_EQ(row.place(2).line, 3);
    EXPECT_EQ(row.place(2).column, 4);
    ASSERT_TRUE(*reader.next(row));
    EXPECT_EQ(row.line, 4);
    EXPECT_EQ(row.place(2).column, 5);
}

TEST(CsvReader, TakesACellOfUnderOneMegabyteAndFaultsALongerRow)
{
    const std::string big(csvRowLimit - 10, 'x');
    const Parsed fits = parse("a,b\n1,\"" + big + "\"\n3,4\n");
    EXPECT_TRUE(fits.faults.empty());
    ASSERT_EQ(fits.rows.size(), 3U);
    EXPECT_EQ(fits.rows[1][1].size(), big.size());

    for (const std::size_t length : {csvRowLimit + 1, 3 * csvRowLimit}) {
        for (const std::string end : {"\n", "\r\n", "\r"}) {
            const Parsed p =
                parse("a,b" + end + "1," + std::string(length, 'y') + end + "3,4" + end);
            EXPECT_EQ(p.rows, (Rows{{"a", "b"}, {"3", "4"}}));
            ASSERT_EQ(p.faults.size(), 1U);
            EXPECT_EQ(p.faults[0].line, 2);
            EXPECT_EQ(p.faultRaws[0].size(), csvRowLimit);
        }
    }
}

TEST(CsvReader, AQuoteThatOpensAMegabyteCostsOneLine)
{
    std::string text = "a,b\n1,\"oops\n";
    std::size_t good = 0;
    while (text.size() < 4 * csvRowLimit) {
        text += "12345,67890\n";
        ++good;
    }
    const Parsed p = parse(text);
    EXPECT_EQ(p.faults.size(), 1U);
    EXPECT_EQ(p.rows.size(), good + 1);
}

TEST(CsvReader, TheSameRowsComeWhateverThePiecesOfTheSource)
{
    // The first 64 kB are read before the first row, so what is to be cut up lies behind them.
    std::string text;
    while (text.size() < 70'000)
        text += "p,q\r\n";
    const auto padding = static_cast<std::int64_t>(text.size() / 5);
    text += "\"x\r\n\"\"q\"\"\",ä😀\r\n1,\"bad\"x\r\n\r3,4\r\n5,\"never\r\n6,7";
    const Parsed whole = parse(text);
    EXPECT_EQ(whole.faults.size(), 2U);
    for (const std::size_t piece : {1, 2, 3, 5, 7, 4093}) {
        CsvReader reader(std::make_unique<TrickleSource>(text, piece));
        CsvRow row;
        Rows rows;
        std::vector<std::int64_t> faultLines;
        while (*reader.next(row)) {
            if (row.fault) {
                faultLines.push_back(row.fault->line - padding);
                continue;
            }
            rows.emplace_back();
            for (const CsvCell &cell : row.cells)
                rows.back().emplace_back(cell.text);
        }
        EXPECT_TRUE(rows == whole.rows) << "piece " << piece;
        EXPECT_EQ(faultLines, (std::vector<std::int64_t>{3, 6})) << "piece " << piece;
    }
}

TEST(CsvReader, AStrayQuoteBehindACellOfTwoLinesCostsThatRowOnly)
{
    const Parsed p = parse("a,b,c\n\"two\nlines\",\"bad\"x,1\n4,5,6\n", {}, 3);
    EXPECT_EQ(p.rows, (Rows{{"a", "b", "c"}, {"4", "5", "6"}}));
    ASSERT_EQ(p.faults.size(), 1U);
    EXPECT_EQ(p.faults[0].line, 3);
    EXPECT_EQ(p.faults[0].column, 13);
    EXPECT_EQ(p.faultRaws[0], "\"two\nlines\",\"bad\"x,1");
}

TEST(CsvReader, HoldsNoMoreThanALongRow)
{
    CsvReader reader(memorySource("a,b\n1," + std::string(20 * csvRowLimit, 'x') + "\n3,4\n", "t"));
    CsvRow row;
    std::size_t rows = 0;
    while (*reader.next(row))
        ++rows;
    EXPECT_EQ(rows, 3U);
    EXPECT_LT(reader.bufferCapacity(), 3 * csvRowLimit);
}

namespace {

// Makes 200 MB of rows out of nothing, so that no file is needed.
class GeneratedSource final : public ByteSource {
public:
    explicit GeneratedSource(std::int64_t bytes)
        : m_size(bytes)
    {
        for (int i = 0; i < 500; ++i)
            m_block +=
                std::to_string(i) + ",\"Name, the " + std::to_string(i * 7) +
                "th\",2017-03-01,1054.50,\"a \"\"note\"\" in two lines:" + std::string(2000, 'x') +
                "\n\"\n";
        m_left = m_size / static_cast<std::int64_t>(m_block.size());
    }

    Result<std::size_t> read(char *out, std::size_t capacity) override
    {
        if (m_offset == m_block.size() && m_left > 0) {
            m_offset = 0;
            --m_left;
        }
        const std::size_t count = std::min(capacity, m_block.size() - m_offset);
        std::copy_n(m_block.data() + m_offset, count, out);
        m_offset += count;
        return count;
    }

    std::int64_t size() const override { return m_size; }

    const std::string &name() const override { return m_name; }

    std::int64_t rows() const
    {
        return (m_size / static_cast<std::int64_t>(m_block.size()) + 1) * 500;
    }

private:
    std::string m_block;
    std::string m_name = "generated";
    std::int64_t m_size;
    std::int64_t m_left = 0;
    std::size_t m_offset = 0;
};

} // namespace

TEST(CsvReader, HoldsTwoHundredMegabytesInBoundedMemory)
{
    auto source = std::make_unique<GeneratedSource>(200'000'000);
    const std::int64_t want = source->rows();
    CsvReader reader(std::move(source));
    reader.expectColumns(5);
    CsvRow row;
    std::int64_t rows = 0;
    std::size_t most = 0;
    while (*reader.next(row)) {
        ASSERT_FALSE(row.fault);
        ++rows;
        most = std::max(most, reader.bufferCapacity());
    }
    EXPECT_EQ(rows, want);
    EXPECT_GE(reader.bytesRead(), 200'000'000);
    EXPECT_LT(most, std::size_t{2} * 1024 * 1024);
}
