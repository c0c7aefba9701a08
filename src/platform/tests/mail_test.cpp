// What a mail looks like on its way, and what is an address.
#include "platform/mail.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using namespace udb;
using namespace std::chrono;

TEST_CASE("a subject in Bangla travels in words of at most 75 letters, no letter cut") {
    CHECK(encoded_words("Plain") == "Plain");
    CHECK(encoded_words("উ") == "=?UTF-8?B?4KaJ?=");
    CHECK(encoded_words("=?x") == "=?UTF-8?B?PT94?=");
    CHECK(encoded_words("a\r\nBcc: b") == "a  Bcc: b");
    std::string long_subject = "x";
    for (int i = 0; i < 100; ++i)
        long_subject += "ক";
    std::size_t words = 0;
    auto const written = encoded_words(long_subject);
    for (std::size_t at = 0; at < written.size(); ++words) {
        auto const end = std::min(written.find("\r\n ", at), written.size());
        CHECK(end - at <= 75);
        CHECK(written.substr(at, 10) == "=?UTF-8?B?");
        // 15 Bangla letters of three bytes: every word is whole groups of base64 by itself.
        at = end == written.size() ? end : end + 3;
    }
    CHECK(words == 7);
}

TEST_CASE("a message has its headers, both bodies, and ASCII in lines of moderate length only") {
    std::string text;
    for (int i = 0; i < 2000; ++i)
        text += "উদ্ভাবন\n.\n";
    auto const message = mail_message({.id = "1.x@example.gov.bd",
                                       .from = "it@example.gov.bd",
                                       .from_name = "উদ্ভাবন",
                                       .to = "anis@example.gov.bd",
                                       .subject = "আমন্ত্রণ",
                                       .text = text,
                                       .html = "<p>উ</p>",
                                       .at = sys_days{2026y / January / 26} + 4h + 5min + 6s});
    CHECK(message.starts_with("Date: Mon, 26 Jan 2026 10:05:06 +0600\r\n"));
    for (auto const* part :
         {"Message-ID: <1.x@example.gov.bd>\r\n", "To: <anis@example.gov.bd>\r\n",
          "Subject: =?UTF-8?B?", "<it@example.gov.bd>\r\n", "text/plain; charset=utf-8",
          "text/html; charset=utf-8", "PHA+4KaJPC9wPg==\r\n"})
        CHECK_MESSAGE(message.find(part) != message.npos, part);
    CHECK(std::ranges::all_of(message, [](char c) { return static_cast<unsigned char>(c) < 128; }));
    for (std::size_t at = 0; at < message.size();) {
        auto const end = message.find("\r\n", at);
        REQUIRE(end != message.npos);
        CHECK(end - at <= 200);
        at = end + 2;
    }
}

TEST_CASE("an invitation travels beside the texts, its method with its kind: RFC 6047 2.4") {
    Mail mail{};
    mail.from = "a@x.gov.bd";
    mail.text = "t";
    mail.html = "h";
    CHECK(mail_message(mail).find("text/calendar") == std::string::npos);
    mail.calendar = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n";
    mail.calendar_method = "REQUEST";
    auto const message = mail_message(mail);
    auto const at = message.find("Content-Type: text/calendar; method=REQUEST; charset=utf-8\r\n");
    REQUIRE(at != std::string::npos);
    CHECK(message.find("text/html") < at);
    CHECK(message.find("QkVHSU46VkNBTEVOREFS", at) != std::string::npos);
}

TEST_CASE("a file goes with the texts, in the second part of two") {
    Mail mail{};
    mail.from = "a@x.gov.bd";
    mail.text = "t";
    mail.html = "h";
    CHECK(mail_message(mail).find("multipart/mixed") == std::string::npos);
    mail.file = {.name = "report.pdf", .media_type = "application/pdf", .bytes = "%PDF-1.7"};
    auto const message = mail_message(mail);
    auto const mixed = message.find("Content-Type: multipart/mixed; boundary=");
    auto const texts = message.find("Content-Type: multipart/alternative; boundary=");
    auto const file = message.find("Content-Disposition: attachment; filename=\"report.pdf\"\r\n");
    REQUIRE(file != std::string::npos);
    CHECK(mixed < texts);
    CHECK(message.find("text/html") < file);
    CHECK(message.find("JVBERi0xLjc=", file) != std::string::npos);
}

TEST_CASE("an address is one mailbox of a domain, and nothing that a header could be made of") {
    CHECK(mail_address_of(" Anis.Rahman@MOLE.gov.bd ") == "anis.rahman@mole.gov.bd");
    for (auto const* good : {"a@b.bd", "a+b@c-d.gov.bd"})
        CHECK(mail_address_of(good) == good);
    for (auto const* bad :
         {"", "anis", "@b.bd", "a@", "a@b", "a b@c.bd", "a@b.bd\r\nBcc: x@y.z", "<a@b.bd>",
          "a@b@c.bd", "a@.bd", "a@b.bd.", "a..b@c.bd", "আনিস@b.bd", "a@-b.bd", "a,b@c.bd"})
        CHECK_MESSAGE(mail_address_of(bad).empty(), bad);
}

TEST_CASE("where no mail server answers, the mail is for later") {
    auto const done =
        send_mail({.host = "127.0.0.1", .port = 1, .user = {}, .password = {}}, {.id = "1@b.bd",
                                                                                 .from = "a@b.bd",
                                                                                 .from_name = {},
                                                                                 .to = "c@d.bd",
                                                                                 .subject = "s",
                                                                                 .text = "t",
                                                                                 .html = "h"});
    CHECK(done.result == Handover::Result::later);
    CHECK_FALSE(done.why.empty());
}
