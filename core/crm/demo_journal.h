// What the demo CRM was asked to carry out, one line per effect: the independent judge of what was
// executed. Written by the demo connector before it answers, read back on opening and by tests. One
// writer at a time; a line that append() acknowledged survives a crash, a torn last line was never
// acknowledged and is dropped.
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace topline::crm {

class DemoJournal {
public:
    virtual ~DemoJournal() = default;

    // Adds one line (without its end) durably. On an Error the line may or may not be there.
    virtual base::Status append(std::string_view line) = 0;

    // All complete lines, oldest first. A journal that does not exist yet has none.
    virtual base::Result<std::vector<std::string>> readAll() const = 0;
};

// For tests and for looking without leaving a trace.
class MemoryDemoJournal final : public DemoJournal {
public:
    base::Status append(std::string_view line) override;
    base::Result<std::vector<std::string>> readAll() const override;

private:
    std::vector<std::string> m_lines;
};

// A file that only its owner may read (0600), flushed to the disk line by line. Created by the
// first append().
class FileDemoJournal final : public DemoJournal {
public:
    explicit FileDemoJournal(std::string path);
    ~FileDemoJournal() override;
    FileDemoJournal(const FileDemoJournal &) = delete;
    FileDemoJournal &operator=(const FileDemoJournal &) = delete;

    base::Status append(std::string_view line) override;
    base::Result<std::vector<std::string>> readAll() const override;

    // The journal of a workspace stands beside its file.
    static std::string pathFor(const std::string &workspace) { return workspace + ".democrm"; }

private:
    base::Status open();
    base::Error failure(const char *doing, int error) const;

    std::string m_path;
    int m_file = -1;
};

} // namespace topline::crm
