// Icons of the window: own-drawn SVG files on a 24 grid (resources/icons), recoloured by token and
// rendered crisply for the device pixel ratio. Called while painting on the GUI thread; pixmaps are
// kept in QPixmapCache. A missing file is our own bug and is caught by a test.
#pragma once

#include <QColor>
#include <QIcon>
#include <QPainter>
#include <QPixmap>
#include <QPointF>

namespace topline::look {

// One icon per meaning. The file is the name in kebab case.
enum class Icon {
    None,
    Alert,
    AlertTriangle,
    ArrowDown,
    ArrowRight,
    ArrowUp,
    ArrowUpRight,
    Ban,
    BarChart,
    Bell,
    Building,
    Calendar,
    CalendarPlus,
    CalendarX,
    Check,
    CheckCircle,
    CheckSquare,
    ChevronDown,
    ChevronLeft,
    ChevronRight,
    ChevronUp,
    Circle,
    Clock,
    Command,
    Conflict,
    Copy,
    CornerDownRight,
    Cursor,
    Database,
    DollarCircle,
    DotCircle,
    Download,
    ExternalLink,
    Eye,
    FileTable,
    FileText,
    Filter,
    Flag,
    Folder,
    Gauge,
    Hand,
    HelpCircle,
    History,
    Hourglass,
    IdCard,
    Inbox,
    Info,
    Keyboard,
    Layers,
    Ledger,
    ListCheck,
    Lock,
    Mail,
    MailAlert,
    MailCheck,
    MailX,
    Merge,
    Minus,
    Monitor,
    Moon,
    More,
    Note,
    Pause,
    Pencil,
    Phone,
    PhoneIncoming,
    Play,
    Plays,
    Plug,
    Plus,
    Redo,
    Refresh,
    Reply,
    Search,
    Send,
    Settings,
    ShieldCheck,
    Sparkle,
    Star,
    StopCircle,
    Sun,
    Swap,
    Table,
    Timer,
    TrendingUp,
    Undo,
    Upload,
    User,
    UserCircle,
    UserX,
    Users,
    Video,
    X,
    XCircle,
    Zap,
    Count
};

// The file's stem, for tests and tools; empty for None.
QString iconName(Icon icon);

// A square pixmap of `size` logical pixels with the ratio set.
QPixmap iconPixmap(Icon icon, const QColor &colour, int size, qreal devicePixelRatio);

// Draws with the top left at `at`, aligned to device pixels.
void drawIcon(QPainter &painter, QPointF at, Icon icon, const QColor &colour, int size);

// For QAction and menus: text3 when idle, text when on, disabled when off, at both ratios.
QIcon menuIcon(Icon icon, const QPalette &palette);

// The product's mark in its own colours.
QPixmap productMark(int size, qreal devicePixelRatio);

} // namespace topline::look
