// Texts made to hurt: bounded before they are parsed, never a hang, never an exception. Every
// sample also runs with letters turned; the seed is printed with a failure.
#include "core/base/random.h"
#include "core/calendar/busy_times.h"
#include "core/calendar/ical_write.h"

#include <chrono>
#include <gtest/gtest.h>

namespace topline::calendar {
namespace {

std::string repeated(const std::string &part, int times)
{
    std::string out;
    for (int i = 0; i < times; ++i)
        out += part;
    return out;
}

const std::string head = "BEGIN:VCALENDAR\r\n";
const std::string foot = "END:VCALENDAR\r\n";
const std::string start = "DTSTART:19700101T000000Z\r\nDURATION:PT1H\r\n";

std::string event(const std::string &lines)
{
    return "BEGIN:VEVENT\r\nUID:u\r\n" + lines + "END:VEVENT\r\n";
}

std::vector<std::string> hostileTexts()
{
    return {
        "",
        "BEGIN",
        "\xef\xbb\xbf" + head + foot,
        head + std::string("\0x", 2) + foot,
        head + repeated("BEGIN:VEVENT\r\n", 1'999),
        head + repeated("BEGIN:VEVENT\r\n", 3'000),
        head + repeated(event(start), 1'990) + foot,
        head + repeated(event(start + "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\n"), 1'990) +
            foot,
        head +
            repeated(event("DTSTART:19010101T000000Z\r\nDURATION:PT1H\r\n"
                           "RRULE:FREQ=DAILY;COUNT=999999;BYMONTH=2;BYMONTHDAY=30\r\n"),
                     1'990) +
            foot,
        head + repeated(event(start + "RRULE:FREQ=SECONDLY;BYHOUR=25\r\n"), 1'000) + foot,
        head + event(start + "RRULE:FREQ=DAILY;BYHOUR=" + repeated("1,", 20'000) + "2\r\n") + foot,
        head + event(start + "RRULE:" + repeated("FREQ=DAILY;", 5'000) + "\r\n") + foot,
        head + event(start + repeated("EXDATE:20260101T000000Z\r\n", 30'000)) + foot,
        head + event(start + "EXDATE:" + repeated("20260101T000000Z,", 3'500) + "\r\n") + foot,
        head + event(start + repeated("ATTENDEE;CN=a;CN=b:mailto:a@b\r\n", 20'000)) + foot,
        head + event(start + "SUMMARY:" + std::string(900'000, 'x') + "\r\n") + foot,
        head + event(start + "SUMMARY:" + repeated("x\r\n ", 200'000) + "\r\n") + foot,
        head + event(start + "SUMMARY:" + repeated("\\", 60'000) + "\r\n") + foot,
        head + event(start + "ATTENDEE;" + repeated("X=\"", 20'000) + "\r\n") + foot,
        head + event(start + "ATTENDEE" + repeated(";A=1", 15'000) + ":x\r\n") + foot,
        head + repeated("X-A;B=C:D\r\n", 50'000) + foot,
        head +
            "BEGIN:VTIMEZONE\r\nTZID:x\r\nBEGIN:STANDARD\r\nDTSTART:19000101T000000\r\n"
            "RRULE:FREQ=SECONDLY\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\n"
            "END:VTIMEZONE\r\n" +
            event("DTSTART;TZID=x:20260101T000000\r\nDURATION:PT1H\r\n") + foot,
        head + event("DTSTART;TZID=" + std::string(60'000, 'x') + ":20260101T000000\r\n") + foot,
        head + event("DTSTART;TZID=../../etc/passwd:20260101T000000\r\n") + foot,
        head + event("DTSTART:99999999T999999Z\r\nDURATION:P9999999999W\r\n") + foot,
        head + event("DTSTART:20260101T000000Z\r\nDTEND:99991231T235959Z\r\n") + foot,
        head + event(start + "RRULE:FREQ=YEARLY;INTERVAL=99999999999;COUNT=-1\r\n") + foot,
        head + event(start + "RRULE:RSCALE=CHINESE;FREQ=YEARLY\r\n") + foot,
        head + event(start + "DURATION:-P1000000D\r\n") + foot,
        head + event("UID:\xff\xfe\r\nSUMMARY:\xc0\xaf\r\n" + start) + foot,
        repeated(head, 7) + repeated(foot, 7),
        head + head + event(start) + foot + foot,
        head + "BEGIN:\r\nEND:\r\n:\r\n;\r\n=\r\n" + foot,
        head + event(start) + foot + head + event(start) + foot,
        std::string(1024 * 1024 + 1, 'x'),
    };
}

// Milliseconds of this machine for reading it and working it out.
double readMs(const std::string &text)
{
    const auto began = std::chrono::steady_clock::now();
    const auto read = readIcal(text, "Europe/Berlin");
    if (read.ok()) {
        const base::UtcMs from = base::dayNumber({2026, 1, 1}) * base::dayMs;
        const auto busy = busyTimes(read->entries, {from, from + 60 * base::dayMs, "a@b.example"});
        for (const domain::BusySpan &span : busy.spans) {
            EXPECT_GE(span.fromMs, from);
            EXPECT_LE(span.untilMs, from + 60 * base::dayMs);
            EXPECT_LT(span.fromMs, span.untilMs);
        }
    }
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began)
        .count();
}

TEST(IcalHostile, NoTextTakesMuchLongerThanAFullHonestOne)
{
    // As many honest entries as are allowed.
    const std::string honest =
        head + repeated(event(start + "RRULE:FREQ=WEEKLY\r\nSUMMARY:Weekly\r\n"), 1'990) + foot;
    const double bare = readMs(honest);
    for (const std::string &text : hostileTexts())
        EXPECT_LT(readMs(text), 5 * bare + 100) << text.substr(0, 200);
}

TEST(IcalHostile, OnePartMoreThanAreReadIsRefused)
{
    const auto read = [](int events) {
        return readIcal(head + repeated(event(start), events) + foot, "Europe/Berlin");
    };
    EXPECT_TRUE(read(icalComponentsMax - 1).ok()); // and the calendar around them
    EXPECT_FALSE(read(icalComponentsMax).ok());
}

TEST(IcalHostile, TurnedLettersNeverBreakTheReader)
{
    std::vector<std::string> seeds = hostileTexts();
    domain::Meeting meeting;
    meeting.uid = "u";
    meeting.title = "t";
    meeting.zone = "Europe/Berlin";
    meeting.start = {{2026, 1, 5}, 0};
    seeds.push_back(*icalText(meeting, IcalUse::Request));
    int read = 0;
    for (std::uint64_t seed = 1; seed <= 3'000; ++seed) {
        base::Random random(seed);
        std::string text = random.pick(seeds);
        if (text.size() > 4'000)
            text = text.substr(0, 2'000) + text.substr(text.size() - 500);
        if (text.empty())
            continue;
        for (std::uint64_t i = random.below(12); i > 0; --i) {
            const std::size_t at = random.below(text.size());
            if (random.chance(0.3))
                text.erase(at, random.below(20));
            else if (random.chance(0.3))
                text.insert(at, text.substr(random.below(text.size()), random.below(60)));
            else
                text[at] = static_cast<char>(random.below(256));
            if (text.empty())
                text = "x";
        }
        SCOPED_TRACE("seed " + std::to_string(seed));
        const auto out = readIcal(text, "UTC");
        read += out.ok() ? 1 : 0;
        if (out.ok())
            busyTimes(out->entries, {0, base::dayMs * 60, ""});
    }
    EXPECT_GT(read, 500);
}

} // namespace
} // namespace topline::calendar
