// The list of settings: what each is called and means, and how its value is read.
#include "platform/config_known.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace udb {
namespace {

/// Sets one setting from what was written; false where that is not allowed.
using Apply = bool (*)(Settings&, std::string_view);

template <class Number, class Into>
bool number(std::string_view text, Number least, Number most, Into&& into) {
    Number value{};
    auto const [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc{} || end != text.data() + text.size()) return false;
    if (value < least || value > most) return false;
    into(value);
    return true;
}

template <auto Member>
bool seconds(Settings& settings, std::string_view text) {
    return number<int>(text, 1, 3600, [&](int n) { settings.*Member = std::chrono::seconds(n); });
}

template <auto Member>
bool bytes(Settings& settings, std::string_view text) {
    return number<std::size_t>(text, 1024, std::size_t{1} << 30U,
                               [&](std::size_t n) { settings.*Member = n; });
}

template <auto Member, int least, int most>
bool whole(Settings& settings, std::string_view text) {
    return number<int>(text, least, most, [&](int n) { settings.*Member = n; });
}

template <auto Member>
bool yes_no(Settings& settings, std::string_view text) {
    bool const yes = text == "true" || text == "yes" || text == "1";
    if (!yes && text != "false" && text != "no" && text != "0") return false;
    settings.*Member = yes;
    return true;
}

bool database(Settings& settings, std::string_view text) {
    bool const postgres = text.starts_with("postgresql://") || text.starts_with("postgres://");
    bool const file = !text.empty() && text != "sqlite:"
                      && text.find("://") == std::string_view::npos
                      && text.find('\0') == std::string_view::npos;
    if (!postgres && !file) return false;
    settings.database = text;
    return true;
}

bool address(Settings& settings, std::string_view text) {
    // Names are left to the resolver; only what cannot be one is refused here.
    bool const fine = !text.empty() && text.size() <= 253 && std::ranges::all_of(text, [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '.' || c == ':' || c == '-'
               || c == '_';
    });
    if (fine) settings.address = text;
    return fine;
}

bool language(Settings& settings, std::string_view text) {
    if (text != "bn" && text != "en") return false;
    settings.language = text == "bn" ? Language::bn : Language::en;
    return true;
}

bool log_level(Settings& settings, std::string_view text) {
    constexpr std::array<std::string_view, 5> names = {"debug", "info", "warn", "error", "off"};
    auto const found = std::ranges::find(names, text);
    if (found == names.end()) return false;
    settings.log_level = static_cast<log::Level>(found - names.begin());
    return true;
}

bool data_folder(Settings& settings, std::string_view text) {
    if (text.empty() || text.find('\0') != std::string_view::npos) return false;
    settings.data_folder = text;
    return true;
}

bool session_hours(Settings& settings, std::string_view text) {
    return number<int>(text, 1, 720,
                       [&](int n) { settings.session_hours = std::chrono::hours(n); });
}

/// One line of text of a moderate length.
template <auto Member>
bool line(Settings& settings, std::string_view text) {
    bool const fine = text.size() <= 500 && std::ranges::none_of(text, [](char c) {
                          return static_cast<unsigned char>(c) < ' ' || c == '\x7f';
                      });
    if (fine) settings.*Member = text;
    return fine;
}

/// `https://` and a host; `http://` too, for trying out. Without a slash at its end.
template <auto Member>
bool web_address(Settings& settings, std::string_view text) {
    while (text.ends_with('/'))
        text.remove_suffix(1);
    auto const host = text.starts_with("https://")  ? text.substr(8)
                      : text.starts_with("http://") ? text.substr(7)
                                                    : std::string_view{};
    bool const fine = text.empty()
                      || (!host.empty() && host.front() != '/' && text.size() <= 500
                          && text.find_first_of("?#@ \\\"<>") == std::string_view::npos);
    return fine && line<Member>(settings, text);
}

/// The path of a socket, or a host with a port.
bool clamd(Settings& settings, std::string_view text) {
    auto const colon = text.rfind(':');
    bool const port = colon != text.npos && colon > 0
                      && number<int>(text.substr(colon + 1), 1, 65535, [](int) {});
    return (text.empty() || text.starts_with('/') || port)
           && line<&Settings::clamd>(settings, text);
}

bool secret_key_file(Settings& settings, std::string_view text) {
    settings.secret_key_file = text;
    return text.find('\0') == std::string_view::npos;
}

bool trusted_certificates(Settings& settings, std::string_view text) {
    settings.trusted_certificates = text;
    return text.find('\0') == std::string_view::npos;
}

bool smtp_host(Settings& settings, std::string_view text) {
    bool const fine =
        text.size() <= 253 && std::ranges::all_of(text, [](char c) {
            return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '.' || c == '-';
        });
    if (fine) settings.smtp_host = text;
    return fine;
}

bool smtp_security(Settings& settings, std::string_view text) {
    constexpr std::array<std::string_view, 3> names = {"none", "starttls", "tls"};
    auto const found = std::ranges::find(names, text);
    if (found == names.end()) return false;
    settings.smtp_security = static_cast<Settings::SmtpSecurity>(found - names.begin());
    return true;
}

bool mail_from(Settings& settings, std::string_view text) {
    auto const at = text.find('@');
    bool const fine = text.empty()
                      || (at != 0 && at != std::string_view::npos && at + 1 < text.size()
                          && text.find_first_of(" <>,;\"") == std::string_view::npos);
    return fine && line<&Settings::mail_from>(settings, text);
}

constexpr std::string_view of_bytes = "1024–1073741824";
constexpr std::string_view of_seconds = "1–3600";
constexpr std::string_view of_yes_no = "true, false";
constexpr std::string_view of_web_address = "https://…";

constexpr SettingKnown known[] = {
    {"database",
     {"ডেটাবেজ", "The database"},
     "sqlite:PATH, postgresql://…",
     "sqlite:data/udbhabon.db"},
    {"address",
     {"যে ঠিকানায় অনুরোধ শোনা হবে", "The address to listen on"},
     "an IP address or host name",
     "127.0.0.1"},
    {"port", {"পোর্ট (০: খালি যেকোনোটি)", "The port (0: any free one)"}, "0–65535", "8080"},
    {"language", {"প্রথম ভাষা", "The language shown first"}, "bn, en", "bn"},
    {"log_level",
     {"লগে কতটা লেখা হবে", "How much the log says"},
     "debug, info, warn, error, off",
     "info"},
    {"data_folder", {"সংযুক্ত ফাইলের ফোল্ডার", "The folder of uploaded files"}, "PATH", "data"},
    {"trust_proxy",
     {"সামনের প্রক্সির X-Forwarded-* শিরোনাম মানা হবে কি না",
      "Believe the X-Forwarded-* headers of a proxy in front"},
     of_yes_no,
     "false"},
    {"header_bytes_max",
     {"অনুরোধের শিরোনামের সর্বোচ্চ আকার (বাইট)", "The largest header of a request, in bytes"},
     of_bytes,
     "16384"},
    {"body_bytes_max",
     {"অনুরোধের মূল অংশের সর্বোচ্চ আকার (বাইট)", "The largest body of a request, in bytes"},
     of_bytes,
     "10485760"},
    {"header_timeout",
     {"শিরোনাম পাঠানোর সময়সীমা (সেকেন্ড)", "Time to send a header, in seconds"},
     of_seconds,
     "10"},
    {"body_timeout",
     {"মূল অংশ পাঠানোর সময়সীমা (সেকেন্ড)", "Time to send a body, in seconds"},
     of_seconds,
     "60"},
    {"idle_timeout",
     {"নিষ্ক্রিয় সংযোগ খোলা রাখার সময় (সেকেন্ড)", "Time an idle connection stays open, in seconds"},
     of_seconds,
     "60"},
    {"shutdown_timeout",
     {"বন্ধ করার সময় চলমান অনুরোধ শেষ করার সময়সীমা (সেকেন্ড)",
      "Time for requests in flight to finish at shutdown, in seconds"},
     of_seconds,
     "20"},
    {"workers",
     {"একসঙ্গে কতটি অনুরোধের কাজ হবে", "How many requests are worked on at once"},
     "1–256",
     "16"},
    {"database_connections",
     {"ডেটাবেজে সর্বোচ্চ সংযোগ", "The most connections to the database"},
     "1–256",
     "4"},
    {"demo",
     {"নমুনা অফিসের প্রবেশ-তথ্য দেখানো হবে কি না", "Show the sign-ins of the demo office"},
     of_yes_no,
     "false"},
    {"session_hours",
     {"একবার প্রবেশের মেয়াদ (ঘণ্টা)", "How long a sign-in lasts, in hours"},
     "1–720",
     "12"},
    {"public_url",
     {"যে ঠিকানায় সবাই এটি খোলেন; চিঠির লিংকে ও পত্রের কিউআর কোডে লাগে",
      "Where people open this; for links in mails and the QR codes of papers"},
     of_web_address,
     ""},
    {"secret_key_file",
     {"গোপন চাবির ফাইল (ফাঁকা: চাবি ডেটাবেজে)",
      "The file of the key that seals secrets (empty: it is in the database)"},
     "PATH",
     ""},
    {"second_factor_administrators",
     {"ব্যবস্থাপকের জন্য দ্বিতীয় ধাপের যাচাই আবশ্যিক কি না", "Administrators must have a second factor"},
     of_yes_no,
     "false"},
    {"smtp_host", {"ই-মেইল সার্ভার (ফাঁকা: নেই)", "The mail server (empty: none)"}, "NAME", ""},
    {"smtp_port", {"ই-মেইল সার্ভারের পোর্ট", "The port of the mail server"}, "1–65535", "587"},
    {"smtp_security",
     {"ই-মেইল সার্ভারের সঙ্গে সংযোগের সুরক্ষা", "How the connection to the mail server is secured"},
     "none, starttls, tls",
     "starttls"},
    {"smtp_user",
     {"ই-মেইল সার্ভারে ব্যবহারকারী নাম", "The user name at the mail server"},
     "TEXT",
     ""},
    {"smtp_password", {"ই-মেইল সার্ভারে পাসওয়ার্ড", "The password at the mail server"}, "TEXT", ""},
    {"mail_from", {"যে ঠিকানা থেকে ই-মেইল যায়", "The address that mails come from"}, "a@b.c", ""},
    {"trusted_certificates",
     {"যেসব সনদ বিশ্বাস করা হবে (ফাঁকা: এই কম্পিউটারের)",
      "The certificates to trust when sending mail and asking a provider (empty: the machine's)"},
     "PATH",
     ""},
    {"oidc_issuer",
     {"OIDC পরিচয়দাতার ঠিকানা (ফাঁকা: নেই)", "The OIDC provider's issuer (empty: none)"},
     of_web_address,
     ""},
    {"oidc_client_id", {"OIDC ক্লায়েন্টের নাম", "Our client id at the OIDC provider"}, "TEXT", ""},
    {"oidc_client_secret",
     {"OIDC ক্লায়েন্টের গোপন কথা", "Our client secret at the OIDC provider"},
     "TEXT",
     ""},
    {"oidc_label",
     {"প্রবেশ পাতায় OIDC পরিচয়দাতার নাম", "What the OIDC provider is called when signing in"},
     "TEXT",
     ""},
    {"clamd",
     {"ভাইরাস পরীক্ষক clamd-এর ঠিকানা (ফাঁকা: নেই)",
      "Where the virus scanner clamd listens (empty: none)"},
     "/PATH, HOST:PORT",
     ""},
    {"clamd_required",
     {"clamd সাড়া না দিলে ফাইল ফেরানো হবে কি না",
      "Refuse files while clamd does not answer (else keep them)"},
     of_yes_no,
     "true"},
    {"local_sites",
     {"প্রতিবেদনের ঠিকানা যাচাইয়ে এই যন্ত্র ও দপ্তরের নিজস্ব নেটওয়ার্কের সাইটও দেখা হবে কি না",
      "Whether sites of this machine and of the office's network may be checked for reports"},
     of_yes_no,
     "false"},
};

constexpr Apply apply[] = {
    database,
    address,
    whole<&Settings::port, 0, 65535>,
    language,
    log_level,
    data_folder,
    yes_no<&Settings::trust_proxy>,
    bytes<&Settings::header_bytes_max>,
    bytes<&Settings::body_bytes_max>,
    seconds<&Settings::header_timeout>,
    seconds<&Settings::body_timeout>,
    seconds<&Settings::idle_timeout>,
    seconds<&Settings::shutdown_timeout>,
    whole<&Settings::workers, 1, 256>,
    whole<&Settings::database_connections, 1, 256>,
    yes_no<&Settings::demo>,
    session_hours,
    web_address<&Settings::public_url>,
    secret_key_file,
    yes_no<&Settings::second_factor_administrators>,
    smtp_host,
    whole<&Settings::smtp_port, 1, 65535>,
    smtp_security,
    line<&Settings::smtp_user>,
    line<&Settings::smtp_password>,
    mail_from,
    trusted_certificates,
    web_address<&Settings::oidc_issuer>,
    line<&Settings::oidc_client_id>,
    line<&Settings::oidc_client_secret>,
    line<&Settings::oidc_label>,
    clamd,
    yes_no<&Settings::clamd_required>,
    yes_no<&Settings::local_sites>,
};
static_assert(std::size(known) == std::size(apply));

} // namespace

std::span<SettingKnown const> settings_known() { return known; }

bool apply_setting(Settings& settings, SettingKnown const& setting, std::string_view value) {
    return apply[&setting - std::begin(known)](settings, value);
}

} // namespace udb
