// The least a program can do to show a window, for start_bench: prints when its first frame is on
// the screen, in nanoseconds of the steady clock, and ends.
#include <QApplication>
#include <QTimer>
#include <QWidget>

#include <chrono>
#include <cstdio>

namespace {

class EmptyWindow final : public QWidget {
protected:
    void paintEvent(QPaintEvent *) override
    {
        // After this event the frame is flushed; then the timer fires.
        QTimer::singleShot(0, this, [] {
            std::printf("first-frame %lld\n",
                        static_cast<long long>(
                            std::chrono::steady_clock::now().time_since_epoch().count()));
            QApplication::quit();
        });
    }
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    EmptyWindow window;
    window.resize(1440, 900);
    window.show();
    return QApplication::exec();
}
