#include "app/cli/command_line.h"

#include "core/base/number_text.h"

#include <algorithm>

namespace topline::app {

namespace {

constexpr std::int64_t numberMax = 1'000'000'000;

base::Error usage(std::string message)
{
    return {base::ErrorCode::InvalidInput, std::move(message), "",
            "See topline-cli help for the commands and their options."};
}

const OptionSpec globalOptions[] = {
    {"workspace", "FILE", ""}, {"json", "", ""}, {"as-of", "TIME", ""}, {"help", "", ""}};

// Options may stand anywhere; what is not an option is a word of the command.
class Reader {
public:
    explicit Reader(const std::vector<std::string> &words)
        : m_words(words)
    {
    }

    base::Result<ParsedLine> read()
    {
        TRY(takeApart());
        if (m_options.contains("help") || m_plain.empty())
            return help();
        TRY(findCommand());
        TRY(checkOptions());
        const auto count = m_plain.size();
        if (count < m_command->argumentsMin || count > m_command->argumentsMax)
            return usage("Usage: topline-cli --workspace FILE " + std::string(m_command->name) +
                         (m_command->arguments.empty() ? "" : " ") +
                         std::string(m_command->arguments) + ".");
        return finish();
    }

private:
    base::Result<ParsedLine> help()
    {
        if (!m_plain.empty() && m_plain.front() != "help") {
            // "--help feed" and "feed --help" are "help feed".
            m_plain.insert(m_plain.begin(), "help");
        } else if (m_plain.empty() && !m_options.contains("help")) {
            return usage("No command was given.");
        }
        m_options.erase("help");
        if (m_plain.empty())
            m_plain.emplace_back("help");
        TRY(findCommand());
        return finish();
    }

    base::Status takeApart()
    {
        bool onlyWords = false;
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            const std::string &word = m_words[i];
            if (onlyWords || word.size() < 3 || word.compare(0, 2, "--") != 0) {
                if (word == "--" && !onlyWords)
                    onlyWords = true;
                else if (word.size() == 2 && word[0] == '-' && !onlyWords)
                    return usage("The option " + word + " is not known.");
                else
                    m_plain.push_back(word);
                continue;
            }
            const auto equals = word.find('=');
            const std::string name = word.substr(2, equals == word.npos ? equals : equals - 2);
            TRY_ASSIGN(const bool needsValue, takesValue(name));
            std::string value;
            if (equals != word.npos) {
                if (!needsValue)
                    return usage("The option --" + name + " takes no value.");
                value = word.substr(equals + 1);
            } else if (needsValue) {
                if (i + 1 == m_words.size())
                    return usage("The option --" + name + " needs a value.");
                value = m_words[++i];
            }
            if (!m_options.emplace(name, value).second)
                return usage("The option --" + name + " stands there twice.");
        }
        return {};
    }

    static base::Result<bool> takesValue(const std::string &name)
    {
        const auto matches = [&](const OptionSpec &option) { return option.name == name; };
        const auto *global =
            std::find_if(std::begin(globalOptions), std::end(globalOptions), matches);
        if (global != std::end(globalOptions))
            return !global->value.empty();
        for (const CommandSpec &command : allCommands()) {
            const auto found =
                std::find_if(command.options.begin(), command.options.end(), matches);
            if (found != command.options.end())
                return !found->value.empty();
        }
        return usage("The option --" + name + " is not known.");
    }

    base::Status findCommand()
    {
        for (const std::size_t length : {std::size_t{2}, std::size_t{1}}) {
            if (m_plain.size() < length)
                continue;
            const std::string name = length == 2 ? m_plain[0] + " " + m_plain[1] : m_plain[0];
            for (const CommandSpec &command : allCommands()) {
                if (command.name == name) {
                    m_command = &command;
                    m_plain.erase(m_plain.begin(),
                                  m_plain.begin() + static_cast<std::ptrdiff_t>(length));
                    return {};
                }
            }
        }
        return usage("There is no command \"" + m_plain.front() +
                     (m_plain.size() > 1 ? " " + m_plain[1] : "") + "\".");
    }

    base::Status checkOptions() const
    {
        for (const auto &[name, value] : m_options) {
            const auto matches = [&known = name](const OptionSpec &option) {
                return option.name == known;
            };
            if (std::any_of(std::begin(globalOptions), std::end(globalOptions), matches))
                continue;
            const auto own =
                std::find_if(m_command->options.begin(), m_command->options.end(), matches);
            if (own == m_command->options.end())
                return usage("The command " + std::string(m_command->name) + " has no option --" +
                             name + ".");
            TRY(checkValue(*own, value));
        }
        return {};
    }

    static base::Status checkValue(const OptionSpec &option, const std::string &value)
    {
        const std::string name = "--" + std::string(option.name);
        if (option.value == "N") {
            const auto number = base::parseInteger(value);
            if (!number || *number < 0 || *number > numberMax)
                return usage(name + " needs a whole number from 0 to " + std::to_string(numberMax) +
                             ", not \"" + value + "\".");
        }
        if (option.value == "TIME" && !base::parseTime(value))
            return usage(name + ": " + base::parseTime(value).error().message);
        return {};
    }

    base::Result<ParsedLine> finish()
    {
        ParsedLine out;
        out.command = m_command;
        out.invocation.arguments = m_plain;
        out.invocation.json = m_options.contains("json");
        if (const auto found = m_options.find("workspace"); found != m_options.end())
            out.invocation.workspace = found->second;
        if (m_command->needsWorkspace && out.invocation.workspace.empty())
            return usage("No workspace was named: put --workspace FILE before the command.");
        if (const auto found = m_options.find("as-of"); found != m_options.end()) {
            const auto time = base::parseTime(found->second);
            if (!time)
                return usage("--as-of: " + time.error().message);
            out.invocation.asOfMs = time->utcMs;
        }
        for (const char *global : {"workspace", "json", "as-of"})
            m_options.erase(global);
        out.invocation.options = m_options;
        return out;
    }

    const std::vector<std::string> &m_words;
    std::vector<std::string> m_plain;
    std::map<std::string, std::string> m_options;
    const CommandSpec *m_command = nullptr;
};

} // namespace

base::Result<ParsedLine> parseCommandLine(const std::vector<std::string> &words)
{
    return Reader(words).read();
}

bool asksForJson(const std::vector<std::string> &words)
{
    return std::find(words.begin(), words.end(), "--json") != words.end();
}

Reply usageReply(std::string message)
{
    Reply out;
    out.status = 2;
    out.usage = usage(std::move(message));
    return out;
}

} // namespace topline::app
