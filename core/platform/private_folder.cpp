#include "core/platform/private_folder.h"

#include <QStandardPaths>

#include <filesystem>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace topline::platform {

namespace {

constexpr mode_t ownerOnly = S_IRWXU;
constexpr mode_t others = S_IRWXG | S_IRWXO;

base::Error refused(const std::string &path, const std::string &why)
{
    return {.code = base::ErrorCode::PermissionDenied,
            .message = "The folder " + path + " cannot keep private files: " + why + ".",
            .kept = "Nothing was written.",
            .todo = "Choose another folder, or repair this one."};
}

} // namespace

std::string defaultDataFolder()
{
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return data.toStdString() + "/topline";
}

base::Status makePrivateFolder(const std::string &path)
{
    const std::filesystem::path folder(path);
    std::error_code fault;
    if (folder.has_parent_path())
        std::filesystem::create_directories(folder.parent_path(), fault);
    if (fault)
        return refused(path, "its parent folder cannot be made (" + fault.message() + ")");
    if (::mkdir(path.c_str(), ownerOnly) != 0 && errno != EEXIST)
        return refused(path, std::generic_category().message(errno));

    struct stat info {};

    if (::lstat(path.c_str(), &info) != 0)
        return refused(path, std::generic_category().message(errno));
    if (S_ISLNK(info.st_mode))
        return refused(path, "it is a symbolic link");
    if (!S_ISDIR(info.st_mode))
        return refused(path, "it is not a folder");
    if (info.st_uid != ::geteuid())
        return refused(path, "it belongs to another user");
    if ((info.st_mode & others) != 0 && ::chmod(path.c_str(), ownerOnly) != 0)
        return refused(path, "others can read it and this cannot be changed");
    return {};
}

void restrictNewFiles()
{
    ::umask(others);
}

} // namespace topline::platform
