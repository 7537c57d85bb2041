// A generating fake behind a server in a process of its own, so that its memory is counted apart
// from ours and it has its own core. Used by connector_bench, which must have no other thread when
// it makes one; a failure ends the program.
#pragma once

#include "tests/bench/process_memory.h"
#include "tests/fakes/http_server.h"
#include "tests/fakes/large_crm.h"

#include <array>
#include <cstdlib>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace topline::bench {

template <typename Fake> class FakeProcess {
public:
    explicit FakeProcess(const fakes::LargeCrm &crm)
    {
        std::array<int, 2> answers{};
        std::array<int, 2> life{};
        if (::pipe(answers.data()) != 0 || ::pipe(life.data()) != 0)
            std::abort();
        m_child = ::fork();
        if (m_child < 0)
            std::abort();
        if (m_child == 0) {
            ::close(answers[0]);
            ::close(life[1]);
            serve(crm, answers[1], life[0]);
        }
        ::close(answers[1]);
        ::close(life[0]);
        m_answers = answers[0];
        m_life = life[1];
        m_baseUrl = line();
    }

    ~FakeProcess()
    {
        if (m_life >= 0)
            peakMegabytes();
    }

    FakeProcess(const FakeProcess &) = delete;
    FakeProcess &operator=(const FakeProcess &) = delete;

    const std::string &baseUrl() const { return m_baseUrl; }

    // Ends it; what it held at most beyond what it had of us.
    double peakMegabytes()
    {
        ::close(m_life);
        m_life = -1;
        const std::string text = line();
        ::close(m_answers);
        ::waitpid(m_child, nullptr, 0);
        return std::strtod(text.c_str(), nullptr);
    }

private:
    [[noreturn]] static void serve(const fakes::LargeCrm &crm, int answers, int life)
    {
        forgetPeakMemory();
        const double inherited = megabytesOf("VmRSS:");
        {
            const base::FixedClock clock(crm.nowMs);
            Fake fake(crm, clock);
            fakes::HttpServer server(fake.handler());
            say(answers, server.baseUrl());
            char end = 0;
            while (::read(life, &end, 1) > 0) {
            }
            say(answers, std::to_string(megabytesOf("VmHWM:") - inherited));
        }
        ::_exit(0);
    }

    static void say(int to, const std::string &text)
    {
        const std::string line = text + '\n';
        if (::write(to, line.data(), line.size()) != static_cast<ssize_t>(line.size()))
            ::_exit(1);
    }

    std::string line()
    {
        std::string out;
        for (char next = 0; ::read(m_answers, &next, 1) == 1 && next != '\n';)
            out += next;
        return out;
    }

    pid_t m_child = 0;
    int m_answers = -1;
    int m_life = -1;
    std::string m_baseUrl;
};

} // namespace topline::bench
