#include "core/calendar/ical_shape.h"

#include "core/base/text.h"
#include "core/calendar/ical_read.h"

namespace topline::calendar {

namespace {

constexpr std::size_t lineMax = 64 * 1024;
constexpr int linesMax = 60'000;
constexpr int depthMax = 6;

base::Error beyond(const std::string &what)
{
    return {.code = base::ErrorCode::InvalidInput,
            .message = "This calendar entry is not read: " + what + '.'};
}

struct Shape {
    int lines = 0;
    int components = 0;
    int depth = 0;
    std::size_t lineBytes = 0;

    base::Status add(std::string_view line)
    {
        if (!line.empty() && line.back() == '\r')
            line.remove_suffix(1);
        const bool goesOn = !line.empty() && (line.front() == ' ' || line.front() == '\t');
        lineBytes = goesOn ? lineBytes + line.size() : line.size();
        if (lineBytes > lineMax)
            return beyond("it has an endless line");
        if (++lines > linesMax)
            return beyond("it has too many lines");
        const std::string word = base::lowerAscii(line.substr(0, 6));
        if (word == "begin:") {
            if (++components > icalComponentsMax)
                return beyond("it has too many parts");
            if (++depth > depthMax)
                return beyond("its parts stand too deep in each other");
        } else if (word.rfind("end:", 0) == 0) {
            --depth;
        }
        return {};
    }
};

} // namespace

base::Status checkIcalShape(std::string_view text)
{
    if (text.size() > icalBytesMax)
        return beyond("it is too big");
    if (text.find('\0') != std::string_view::npos)
        return beyond("it holds a zero byte");
    const std::size_t begin = text.find_first_not_of("\xef\xbb\xbf \t\r\n");
    if (begin == std::string_view::npos ||
        base::lowerAscii(text.substr(begin, 15)) != "begin:vcalendar")
        return beyond("it is no calendar");
    Shape shape;
    for (std::size_t at = begin; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        TRY(shape.add(text.substr(at, end - at)));
        at = end + 1;
    }
    return {};
}

} // namespace topline::calendar
