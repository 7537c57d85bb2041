#include "core/platform/keychain_vault.h"

#include "core/base/hash.h"
#include "core/crm/memory_vault.h"
#include "core/platform/random_bytes.h"

#include <QByteArray>
#include <QMetaObject>
#include <QObject>
#include <QSettings>
#include <QThread>
#include <qt6keychain/keychain.h>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <utility>

namespace topline::platform {
namespace {

constexpr std::chrono::minutes patience{2};
constexpr std::size_t probeBytes = 16;

// One job's outcome, shared with a caller that may have stopped waiting.
struct Outcome {
    std::mutex mutex;
    std::condition_variable changed;
    bool isDone = false;
    QKeychain::Error error = QKeychain::OtherError;
    QString text;
    base::Secret secret;
};

// The library queues the whole program's jobs in one object, which lives in the thread of the first
// job, and its answers come in that thread's event loop. So there is one thread for them, and it
// is never ended: with it, every later job would wait for ever.
class KeychainThread {
public:
    KeychainThread()
    {
        m_context.moveToThread(&m_thread);
        m_noSettings.moveToThread(&m_thread);
        m_thread.setObjectName(QStringLiteral("keychain"));
        m_thread.start();
    }

    void post(std::function<void()> work)
    {
        QMetaObject::invokeMethod(&m_context, std::move(work), Qt::QueuedConnection);
    }

    // Where the library would look for plain text to take over: nowhere.
    QSettings *noSettings() { return &m_noSettings; }

private:
    QThread m_thread;
    QObject m_context;
    QSettings m_noSettings{QStringLiteral("/dev/null"), QSettings::IniFormat};
};

KeychainThread &keychainThread()
{
    static auto *const thread = new KeychainThread; // see above
    return *thread;
}

void finish(Outcome &outcome, const QKeychain::Job &job)
{
    const std::scoped_lock lock(outcome.mutex);
    outcome.error = job.error();
    outcome.text = job.errorString();
    if (const auto *reading = qobject_cast<const QKeychain::ReadPasswordJob *>(&job))
        outcome.secret = base::Secret(reading->binaryData().toStdString());
    outcome.isDone = true;
    outcome.changed.notify_all();
}

// Makes the job and waits for its end; `make` runs on the keychain's thread.
std::shared_ptr<Outcome> run(const std::string &key, std::function<QKeychain::Job *()> make)
{
    auto outcome = std::make_shared<Outcome>();
    keychainThread().post([outcome, key, make = std::move(make)] {
        QKeychain::Job *job = make();
        job->setKey(QString::fromStdString(key));
        job->setInsecureFallback(false);
        job->setSettings(keychainThread().noSettings());
        QObject::connect(job, &QKeychain::Job::finished, job,
                         [outcome](QKeychain::Job *done) { finish(*outcome, *done); });
        job->start();
    });
    std::unique_lock lock(outcome->mutex);
    outcome->changed.wait_for(lock, patience, [&outcome] { return outcome->isDone; });
    return outcome;
}

base::Error failure(const Outcome &outcome)
{
    base::Error error{base::ErrorCode::Unavailable, "The keychain did not answer.", "",
                      "Unlock the desktop's keychain and try again."};
    if (outcome.isDone && !outcome.text.isEmpty())
        error.message = "The keychain did not answer: " + outcome.text.toStdString();
    if (outcome.isDone && (outcome.error == QKeychain::AccessDenied ||
                           outcome.error == QKeychain::AccessDeniedByUser))
        error.code = base::ErrorCode::PermissionDenied;
    return error;
}

} // namespace

KeychainVault::KeychainVault(std::string service)
    : m_service(std::move(service))
{
}

base::Result<std::optional<base::Secret>> KeychainVault::read(const std::string &key)
{
    const auto outcome = run(key, [service = QString::fromStdString(m_service)] {
        return new QKeychain::ReadPasswordJob(service);
    });
    const std::scoped_lock lock(outcome->mutex);
    if (outcome->isDone && outcome->error == QKeychain::EntryNotFound)
        return std::optional<base::Secret>();
    if (!outcome->isDone || outcome->error != QKeychain::NoError)
        return failure(*outcome);
    return std::optional<base::Secret>(outcome->secret);
}

base::Status KeychainVault::write(const std::string &key, const base::Secret &secret)
{
    const auto outcome = run(key, [service = QString::fromStdString(m_service), secret] {
        auto *job = new QKeychain::WritePasswordJob(service);
        job->setBinaryData(QByteArray::fromStdString(secret.reveal()));
        return job;
    });
    {
        const std::scoped_lock lock(outcome->mutex);
        if (!outcome->isDone || outcome->error != QKeychain::NoError)
            return failure(*outcome);
    }
    // One of the library's backends swallows the errors of a write.
    TRY_ASSIGN(const std::optional<base::Secret> stored, read(key));
    if (!stored || !(*stored == secret))
        return base::Error{base::ErrorCode::Io, "The keychain did not keep what was written.", "",
                           "Check the desktop's keychain."};
    return {};
}

base::Status KeychainVault::remove(const std::string &key)
{
    const auto outcome = run(key, [service = QString::fromStdString(m_service)] {
        return new QKeychain::DeletePasswordJob(service);
    });
    {
        const std::scoped_lock lock(outcome->mutex);
        if (!outcome->isDone)
            return failure(*outcome);
        if (outcome->error == QKeychain::NoError || outcome->error == QKeychain::EntryNotFound)
            return {};
    }
    // Backends differ in what they say about an entry that was not there.
    TRY_ASSIGN(const std::optional<base::Secret> stored, read(key));
    if (!stored)
        return {};
    const std::scoped_lock lock(outcome->mutex);
    return failure(*outcome);
}

base::Status KeychainVault::probe()
{
    const base::Sha256 digest = base::sha256(randomBytes(probeBytes).reveal());
    const std::string text = base::hex(digest);
    const std::string key = "probe/" + text.substr(0, probeBytes);
    TRY(write(key, base::Secret(text)));
    TRY(remove(key));
    TRY_ASSIGN(const std::optional<base::Secret> left, read(key));
    if (left)
        return base::Error{base::ErrorCode::Io, "The keychain does not forget what it is told to."};
    return {};
}

VaultChoice openVault()
{
    auto keychain = std::make_unique<KeychainVault>("topline");
    base::Status probed = keychain->probe();
    if (probed)
        return {std::move(keychain), {}};
    return {std::make_unique<crm::MemoryVault>(), probed.error()};
}

} // namespace topline::platform
