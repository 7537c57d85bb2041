#include "app/cli/interrupt.h"

#include <csignal>

namespace topline::app {

namespace {

volatile std::sig_atomic_t interrupted = 0;

void onInterrupt(int number)
{
    interrupted = 1;
    std::signal(number, SIG_DFL);
}

} // namespace

void watchForInterrupt()
{
    std::signal(SIGINT, onInterrupt);
}

bool isInterrupted()
{
    return interrupted != 0;
}

} // namespace topline::app
