#include "app/cli/progress_line.h"

#include <cstdio>
#include <unistd.h>

namespace topline::app {

ProgressLine::ProgressLine(bool wanted)
    : m_wanted(wanted)
    , m_terminal(::isatty(STDERR_FILENO) == 1)
{
}

ProgressLine::~ProgressLine()
{
    if (m_shown && m_terminal)
        std::fputc('\n', stderr);
}

void ProgressLine::show(const QString &text)
{
    const auto now = std::chrono::steady_clock::now();
    const auto pause = std::chrono::milliseconds(m_terminal ? 100 : 1'000);
    if (!m_wanted || (m_shown && now - m_last < pause))
        return;
    m_last = now;
    m_shown = true;
    const QByteArray bytes = text.toUtf8();
    std::fprintf(stderr, m_terminal ? "\r\033[K%s" : "%s\n", bytes.constData());
    std::fflush(stderr);
}

} // namespace topline::app
