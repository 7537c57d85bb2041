// The judge's own account of what took hold outside: a file that is synced line by line, apart from
// everything that the program under test keeps. Written by threads of the servers, read by the
// judge; thread-safe. A failure ends the test program.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace topline::flow {

// What people would know it again by, whatever the program calls it: "mail <to> <subject>",
// "calendar <title>", "crm <action>".
using Deed = std::string;

class ChannelJournal {
public:
    explicit ChannelJournal(const std::string &path);
    ~ChannelJournal();
    ChannelJournal(const ChannelJournal &) = delete;
    ChannelJournal &operator=(const ChannelJournal &) = delete;

    // `content` is what came with it; empty where nothing is compared.
    void note(const Deed &deed, const std::string &content = {});

    // The hashes of the contents with which each deed took hold, read back from the file.
    std::map<Deed, std::vector<std::string>> read() const;

private:
    std::string m_path;
    std::mutex m_mutex;
    int m_file = -1;
};

} // namespace topline::flow
