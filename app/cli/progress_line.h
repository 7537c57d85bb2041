// One line on standard error that tells how far a long command is. Made by the commands with
// --progress; silent otherwise. Rewrites itself on a terminal, else prints now and then.
#pragma once

#include <QString>

#include <chrono>

namespace topline::app {

class ProgressLine {
public:
    explicit ProgressLine(bool wanted);
    ~ProgressLine();
    ProgressLine(const ProgressLine &) = delete;
    ProgressLine &operator=(const ProgressLine &) = delete;

    void show(const QString &text);

private:
    bool m_wanted;
    bool m_terminal;
    bool m_shown = false;
    std::chrono::steady_clock::time_point m_last{};
};

} // namespace topline::app
