#include "core/platform/install_mark_files.h"

#include "core/base/hash.h"
#include "core/platform/private_folder.h"

#include <QStandardPaths>
#include <QSysInfo>

#include <cerrno>
#include <charconv>
#include <fcntl.h>
#include <fstream>
#include <map>
#include <sstream>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace topline::platform {

using store::InstallMark;

namespace {

constexpr mode_t fileMode = S_IRUSR | S_IWUSR;

base::Error failed(const std::string &path, const std::string &why)
{
    return {.code = base::ErrorCode::Io,
            .message = "The mark of this workspace (" + path + ") cannot be used: " + why + ".",
            .kept = "Nothing was sent.",
            .todo = "See that the folder exists and can be written."};
}

base::Error failedNow(const std::string &path)
{
    return failed(path, std::generic_category().message(errno));
}

class Descriptor {
public:
    explicit Descriptor(int number)
        : m_number(number)
    {
    }

    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }

    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    int number() const { return m_number; }

private:
    int m_number;
};

std::string textOf(const InstallMark &mark)
{
    std::ostringstream out;
    out << "install " << mark.install.text() << "\nmachine " << mark.place.machine << "\nfile "
        << mark.place.fileId << "\nepoch " << mark.epoch << "\nwires " << mark.wires << "\nseq "
        << mark.ledgerSeq << "\nhash " << mark.ledgerHash << "\npath " << mark.place.path << "\n";
    const std::string body = out.str();
    return body + "sum " + base::hex(base::sha256(body)) + "\n";
}

std::int64_t numberOf(const std::string &text)
{
    std::int64_t out = -1;
    std::from_chars(text.data(), text.data() + text.size(), out);
    return out;
}

std::optional<InstallMark> markOf(const std::string &text)
{
    const auto sum = text.rfind("sum ");
    if (sum == std::string::npos ||
        text.substr(sum) != "sum " + base::hex(base::sha256(text.substr(0, sum))) + "\n")
        return std::nullopt;
    std::map<std::string, std::string> fields;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        const auto blank = line.find(' ');
        if (blank != std::string::npos)
            fields[line.substr(0, blank)] = line.substr(blank + 1);
    }
    const auto install = base::Uuid::parse(fields["install"]);
    if (!install)
        return std::nullopt;
    InstallMark out;
    out.install = *install;
    out.place = {fields["machine"], fields["path"], fields["file"]};
    out.epoch = numberOf(fields["epoch"]);
    out.wires = numberOf(fields["wires"]);
    out.ledgerSeq = numberOf(fields["seq"]);
    out.ledgerHash = fields["hash"];
    return out;
}

base::Status syncFolder(const std::string &folder)
{
    const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (opened.number() < 0 || (::fsync(opened.number()) != 0 && errno != EINVAL))
        return failedNow(folder);
    return {};
}

base::Status putInPlace(const std::string &path, const std::string &text)
{
    const std::string aside = path + ".new";
    {
        const Descriptor file(
            ::open(aside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, fileMode));
        const auto size = static_cast<ssize_t>(text.size());
        if (file.number() < 0 || ::write(file.number(), text.data(), text.size()) != size ||
            ::fsync(file.number()) != 0)
            return failedNow(aside);
    }
    if (::rename(aside.c_str(), path.c_str()) != 0)
        return failedNow(path);
    return {};
}

} // namespace

std::string defaultMarkFolder()
{
    const QString told = qEnvironmentVariable("XDG_STATE_HOME");
    const QString home = QStandardPaths::writableLocation(QStandardPaths::HomeLocation);
    const QString other = home + QStringLiteral("/.local/state");
    const QString state = told.startsWith(QLatin1Char('/')) ? told : other;
    return state.toStdString() + "/topline/installs";
}

InstallMarkFiles::InstallMarkFiles(std::string folder)
    : m_folder(std::move(folder))
{
    QByteArray id = QSysInfo::machineUniqueId();
    if (id.isEmpty())
        id = QSysInfo::machineHostName().toUtf8();
    // Not the id itself: other programs use it too.
    m_machine = base::hex(base::sha256("topline machine\n" + id.toStdString()));
}

std::string InstallMarkFiles::fileOf(const base::Uuid &workspace) const
{
    return m_folder + "/" + workspace.text() + ".mark";
}

store::InstallPlace InstallMarkFiles::placeOf(const std::string &file) const
{
    store::InstallPlace out{m_machine, file, {}};

    struct stat info {};

    if (::stat(file.c_str(), &info) == 0)
        out.fileId = std::to_string(info.st_dev) + ":" + std::to_string(info.st_ino);
    return out;
}

base::Result<std::optional<InstallMark>> InstallMarkFiles::read(const base::Uuid &workspace) const
{
    const std::string path = fileOf(workspace);
    if (::access(path.c_str(), F_OK) != 0 && (errno == ENOENT || errno == ENOTDIR))
        return std::optional<InstallMark>();
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    if (!file)
        return failed(path, "it cannot be read");
    const auto mark = markOf(text.str());
    if (!mark)
        return failed(path, "it is damaged");
    return mark;
}

base::Status InstallMarkFiles::replace(const base::Uuid &workspace, const InstallMark &mark,
                                       bool isChecked)
{
    TRY(makePrivateFolder(m_folder));
    const std::string path = fileOf(workspace);
    const Descriptor lock(
        ::open((path + ".lock").c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, fileMode));
    if (lock.number() < 0 || ::flock(lock.number(), LOCK_EX) != 0)
        return failedNow(path + ".lock");
    if (isChecked) {
        TRY_ASSIGN(const auto there, read(workspace));
        if (there && (there->install != mark.install || there->epoch > mark.epoch))
            return base::Error{.code = base::ErrorCode::Conflict,
                               .message = "The mark belongs to another copy of this workspace."};
    }
    TRY(putInPlace(path, textOf(mark)));
    return syncFolder(m_folder);
}

base::Status InstallMarkFiles::write(const base::Uuid &workspace, const InstallMark &mark)
{
    return replace(workspace, mark, false);
}

base::Status InstallMarkFiles::advance(const base::Uuid &workspace, const InstallMark &mark)
{
    return replace(workspace, mark, true);
}

} // namespace topline::platform
