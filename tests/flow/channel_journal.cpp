#include "tests/flow/channel_journal.h"

#include "core/base/check.h"
#include "core/base/hash.h"

#include <fcntl.h>
#include <fstream>
#include <unistd.h>

namespace topline::flow {

ChannelJournal::ChannelJournal(const std::string &path)
    : m_path(path)
    , m_file(::open(path.c_str(), O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600))
{
    CHECK(m_file >= 0);
}

ChannelJournal::~ChannelJournal()
{
    ::close(m_file);
}

void ChannelJournal::note(const Deed &deed, const std::string &content)
{
    const std::string line = base::hex(base::sha256(content)) + ' ' + deed + '\n';
    const std::lock_guard lock(m_mutex);
    CHECK(::write(m_file, line.data(), line.size()) == static_cast<ssize_t>(line.size()));
    CHECK(::fsync(m_file) == 0);
}

std::map<Deed, std::vector<std::string>> ChannelJournal::read() const
{
    std::map<Deed, std::vector<std::string>> out;
    std::ifstream file(m_path);
    for (std::string line; std::getline(file, line);) {
        const auto blank = line.find(' ');
        out[line.substr(blank + 1)].push_back(line.substr(0, blank));
    }
    return out;
}

} // namespace topline::flow
