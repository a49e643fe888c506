package dev.partnerattribution.weave.archive;

import dev.partnerattribution.weave.zip.FileSlice;
import dev.partnerattribution.weave.zip.ZipArchive;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/** The files that are open while a program is woven, and room for what is unpacked; all of it is gone when this is closed. */
final class Workspace implements Closeable {
    private final List<FileChannel> open = new ArrayList<>();
    private final List<Path> made = new ArrayList<>();
    private @Nullable FileChannel unpacked;

    /** Opens a file to be read. */
    FileSlice read(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        open.add(channel);
        return FileSlice.of(channel);
    }

    /** The content of an entry: where it lies if it is stored, else unpacked behind what was unpacked before. */
    FileSlice content(ZipArchive archive, String entry) throws IOException {
        if (archive.method(entry) == ZipEntry.STORED) {
            return archive.stored(entry);
        }
        FileChannel room = unpacked == null ? room() : unpacked;
        long start = room.size();
        // Not closed: the channel is.
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(room.position(start)));
        archive.unpack(entry, out);
        out.flush();
        return new FileSlice(room, start, room.size() - start);
    }

    private FileChannel room() throws IOException {
        FileChannel room = FileChannel.open(newFile(), StandardOpenOption.READ, StandardOpenOption.WRITE);
        open.add(room);
        unpacked = room;
        return room;
    }

    /** Makes an empty file that only this user reads. */
    Path newFile() throws IOException {
        Path file = Files.createTempFile("partner-attribution-", ".tmp");
        made.add(file);
        return file;
    }

    @Override
    public void close() throws IOException {
        for (FileChannel channel : open) {
            channel.close();
        }
        for (Path file : made) {
            Files.deleteIfExists(file);
        }
    }
}
