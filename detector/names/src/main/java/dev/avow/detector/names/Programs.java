package dev.avow.detector.names;

import java.util.Arrays;

/**
 * Names of programs, formats and protocols that documents are full of and that look like persons,
 * organisations or places, and are none of the three.
 *
 * <p>Source: none; written by hand. Left out is what is a name of persons too, such as {@code
 * Jenkins} and {@code Julia}, and what a company is called like, such as {@code Docker} and {@code
 * GitHub}.
 */
final class Programs {

    private static final int[] WORDS =
            Hash.sorted(
                    """
                    ajax alsa android angular ansible antlr appimage applescript asciidoc avahi avif
                    awk azure babel bash bazel bitcoin blender bluetooth boringssl busybox bzip
                    cairo cargo celery chromebook chromium clang clojure cmake cocoapods codecov
                    coffeescript conda coreutils coverity cpan cron cscope css csv curl cvs cygwin
                    dbus ddl debconf debian deno django dnf dns docbook dockerfile doxygen dpkg
                    drupal eclipse elasticsearch electron elixir emacs epub erlang esbuild eslint
                    ethernet etcd fastapi fedora ffmpeg firefox flac flatpak fontconfig fortran
                    freebsd freetype ftp gcc gdb gdbm gdk gecko gentoo ghostscript gimp git gitea
                    gitlab glib glibc gmp gnome gnupg gnutls golang gpg gpio gradle grafana graphql
                    groff groovy grpc gstreamer gtk gulp gzip hadoop haskell hdmi helm heroku
                    homebrew html http https httpd icu imap inkscape ipsec ipv json javascript jest
                    jinja jpeg jpg jquery jscript jupyter kafka kde kerberos keycloak kubernetes
                    kotlin lapack latex ldap leveldb libc libreoffice linux lisp llvm localstack
                    lua lzma macos makefile mapreduce mariadb markdown mathml matlab matplotlib
                    matroska maven memcached mercurial mesa mingw minio mkv mongodb mpeg msys musl
                    mypy mysql nagios netbsd netlify netware nginx nodejs nosql npm nuget numpy
                    nvme oauth objectivec ogg openapi opencl opengl openid openjdk openldap
                    openoffice openssh openssl openstack opensuse opentelemetry openvpn opus outlook
                    pam pango pdf perl php pipewire pixbuf pkcs png podman popen posix postfix
                    postgres postgresql postscript powerpc powerpoint powershell prometheus protobuf
                    pulseaudio pypi pytest python pytorch qemu rabbitmq readline redhat redis
                    redux regex rpm rsync rubygems rustc samba sass scala selenium selinux sendmail
                    sgml smtp snmp solaris sparc sparql spotify sqlite sqlalchemy ssh ssl storybook
                    subversion sudo svelte svg svn swagger systemd tcl tcp tensorflow terraform
                    texinfo tex thunderbird tiff tls tomcat toml turbopack typescript ubuntu udp
                    unicode unix unixware unzip urllib usb utf uwsgi valgrind vimscript
                    virtualbox vite vmware vnc vulkan wayland webassembly webgl webkit webpack
                    websocket wget wiki windows wireshark wordpress xattr xcode xhtml xlib xml xmpp
                    xorg xslt xterm xz yaml yarn zigbee zip zlib zookeeper zsh
                    """);

    /** What stands after the name of a program or of a part of one. */
    private static final int[] TAILS =
            Hash.sorted(
                    """
                    api apis app ci cli db docs files format gui ide js lib library lts module os
                    plugin plugins protocol rcs repo sdk sdks server toolkit tools utils vm
                    """);

    private Programs() {}

    /** Whether every word is a program, or one of what programs have and the last one is. */
    static boolean are(Tokens t, int from, int until) {
        boolean tail = has(TAILS, t.word[until - 1]) && until - from > 1;
        int programs = 0;
        int words = 0;
        for (int i = from; i < until; i++) {
            if (t.shape[i] != Tokens.SIGN) {
                words++;
                programs += has(WORDS, t.word[i]) || has(TAILS, t.word[i]) ? 1 : 0;
            }
        }
        boolean single = words == 1 && has(WORDS, t.word[from]);
        return single || (words > 1 && (tail || programs == words));
    }

    private static boolean has(int[] words, int word) {
        return Arrays.binarySearch(words, word) >= 0;
    }
}
