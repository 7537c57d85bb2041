// How channel_program and its judge talk: a line there, a line back, so that an end at a line is an
// end at that very place. Used by both, each on one thread; a broken connection gives empty lines.
#pragma once

#include <string>
#include <sys/socket.h>
#include <unistd.h>

namespace topline::flow {

inline constexpr int controlSocket = 3; // of the program

inline void writeLine(int socket, const std::string &line)
{
    const std::string text = line + "\n";
    static_cast<void>(::send(socket, text.data(), text.size(), MSG_NOSIGNAL));
}

inline std::string readLine(int socket)
{
    std::string out;
    char c = 0;
    while (::read(socket, &c, 1) == 1) {
        if (c == '\n')
            return out;
        out += c;
    }
    return {};
}

inline std::string ask(int socket, const std::string &line)
{
    writeLine(socket, line);
    return readLine(socket);
}

} // namespace topline::flow
