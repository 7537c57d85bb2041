// What a command of the terminal program is: its name and help in the table, what it is called
// with, and what it answers. Commands run on the main thread, one per process; an Error becomes
// exit status 1.
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"

#include <QJsonObject>
#include <QString>

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace topline::app {

// The command line, understood.
struct Invocation {
    std::string workspace;
    bool json = false;
    std::optional<base::UtcMs> asOfMs;
    std::vector<std::string> arguments;
    std::map<std::string, std::string> options; // without dashes; flags have an empty value

    bool has(const std::string &option) const { return options.contains(option); }

    std::string option(const std::string &name, const std::string &otherwise = {}) const
    {
        const auto found = options.find(name);
        return found == options.end() ? otherwise : found->second;
    }

    // The parser has seen to it that it is one.
    std::int64_t number(const std::string &name, std::int64_t otherwise) const
    {
        return has(name) ? std::stoll(option(name)) : otherwise;
    }
};

// The document for scripts or the text for people: a command fills the one that was asked for.
struct Reply {
    QJsonObject document;
    QString text;
    int status = 0;                   // 1 when the answer itself is bad news, as from `check`
    std::optional<base::Error> usage; // the arguments make no sense: exit status 2
};

struct OptionSpec {
    std::string_view name;
    std::string_view value; // what stands for it in the help; empty for a flag; N is a number
    std::string_view help;
};

struct CommandSpec {
    std::string_view name; // "feed", "import crm"
    std::string_view arguments;
    std::string_view summary; // one line
    std::size_t argumentsMin = 0;
    std::size_t argumentsMax = 0;
    std::vector<OptionSpec> options;
    base::Result<Reply> (*run)(const Invocation &) = nullptr;
    bool needsWorkspace = true;
};

std::span<const CommandSpec> allCommands();

Reply usageReply(std::string message);

} // namespace topline::app
