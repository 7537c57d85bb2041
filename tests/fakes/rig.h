// An independent server to test against, where one lies beside the repository: the folder
// TOPLINE_RIGS, or "rigs" among the shared data. For tests with the label rigs, on one thread,
// which are skipped with a message where it is absent. The process ends with the object.
#pragma once

#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

namespace topline::fakes {

// The file of that name below the rigs' folder.
inline std::optional<std::string> rigFile(const std::string &name)
{
    const char *given = std::getenv("TOPLINE_RIGS");
    const std::string root =
        given != nullptr ? given : std::string(TOPLINE_SOURCE_DIR) + "/../shared/data/../rigs";
    const std::string path = root + '/' + name;
    std::error_code failure;
    if (!std::filesystem::is_regular_file(path, failure))
        return std::nullopt;
    return path;
}

class Rig {
public:
    // Blocks until the program has printed a line; at most ten seconds.
    Rig(const std::string &program, const QStringList &arguments)
    {
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(QString::fromStdString(program), arguments);
        while (m_process.waitForReadyRead(patienceMs) && !m_process.canReadLine()) {
        }
        m_firstLine = m_process.readLine().trimmed().toStdString();
    }

    ~Rig()
    {
        m_process.kill();
        m_process.waitForFinished(patienceMs);
    }

    Rig(const Rig &) = delete;
    Rig &operator=(const Rig &) = delete;

    // Empty when it did not start.
    const std::string &firstLine() const { return m_firstLine; }

private:
    static constexpr int patienceMs = 10'000;

    QProcess m_process;
    std::string m_firstLine;
};

} // namespace topline::fakes
