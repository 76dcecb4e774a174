package org.deepcausalmmm.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.deepcausalmmm.cli.storage.SharedStorage;

/** The file systems of Hadoop, configured as Spark is ({@code spark.hadoop.*}). */
public final class HadoopStorage implements SharedStorage {
  /** Creates the storage; Java does this when it looks for services. */
  public HadoopStorage() {}

  private static Configuration configuration() {
    SparkEnv env = SparkEnv.get();
    SparkConf conf = env == null ? new SparkConf() : env.conf();
    Configuration configuration = SparkHadoopUtil.get().newConfiguration(conf);
    configuration.setClassLoader(HadoopStorage.class.getClassLoader());
    return configuration;
  }

  private static FileSystem system(String address) throws IOException {
    return FileSystem.get(URI.create(address), configuration());
  }

  @Override
  public boolean accepts(String address) {
    try {
      FileSystem.getFileSystemClass(URI.create(address).getScheme(), configuration());
      return true;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  @Override
  public boolean exists(String address) throws IOException {
    return system(address).exists(new Path(address));
  }

  @Override
  public List<String> names(String directory) throws IOException {
    FileSystem system = system(directory);
    try {
      Path path = new Path(directory);
      if (!system.getFileStatus(path).isDirectory()) {
        return List.of();
      }
      List<String> names = new ArrayList<>();
      for (FileStatus status : system.listStatus(path)) {
        names.add(status.getPath().getName());
      }
      return names;
    } catch (FileNotFoundException e) {
      return List.of();
    }
  }

  @Override
  public InputStream open(String address) throws IOException {
    return system(address).open(new Path(address));
  }

  @Override
  public void download(String address, java.nio.file.Path target) throws IOException {
    FileSystem system = system(address);
    Path path = new Path(address);
    if (system.getFileStatus(path).isDirectory()) {
      Files.createDirectories(target);
      for (FileStatus status : system.listStatus(path)) {
        String name = status.getPath().getName();
        download(address + "/" + name, target.resolve(name));
      }
      return;
    }
    try (InputStream in = system.open(path)) {
      Files.copy(in, target);
    }
  }

  @Override
  public void publish(java.nio.file.Path source, String address) throws IOException {
    FileSystem system = system(address);
    Path target = new Path(address);
    Path partial = beside(target, "partial");
    try {
      copy(system, source, partial);
      replace(system, partial, target);
    } catch (IOException e) {
      system.delete(partial, true);
      throw e;
    }
  }

  private static Path beside(Path target, String what) {
    String name = "." + target.getName() + "." + what + "-" + UUID.randomUUID();
    return new Path(target.getParent(), name);
  }

  private static void copy(FileSystem system, java.nio.file.Path source, Path target)
      throws IOException {
    if (Files.isDirectory(source)) {
      system.mkdirs(target);
      try (Stream<java.nio.file.Path> entries = Files.list(source)) {
        for (java.nio.file.Path entry : entries.toList()) {
          copy(system, entry, new Path(target, entry.getFileName().toString()));
        }
      }
      return;
    }
    try (OutputStream out = system.create(target, true)) {
      Files.copy(source, out);
    }
  }

  /**
   * Renames to a name that may be taken. Hadoop renames to a free name only: what is there is moved
   * away before and deleted afterwards, and moved back if the second rename fails.
   */
  private static void replace(FileSystem system, Path partial, Path target) throws IOException {
    Path old = beside(target, "old");
    boolean there = system.exists(target);
    if (there && !system.rename(target, old)) {
      throw new IOException(target + " cannot be renamed");
    }
    if (!system.rename(partial, target)) {
      if (there) {
        system.rename(old, target);
      }
      throw new IOException(target + " cannot be published");
    }
    if (there) {
      system.delete(old, true);
    }
  }

  @Override
  public void delete(String address) throws IOException {
    system(address).delete(new Path(address), true);
  }

  @Override
  public boolean lock(String address, String owner, long millis) throws IOException {
    FileSystem system = system(address);
    Path path = new Path(address);
    if (system.exists(path)) {
      String holder;
      try (InputStream in = system.open(path)) {
        holder = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
      long age = System.currentTimeMillis() - system.getFileStatus(path).getModificationTime();
      if (!holder.equals(owner) && age < millis) {
        return false;
      }
      write(system, path, owner, true);
      return true;
    }
    try {
      write(system, path, owner, false);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  private static void write(FileSystem system, Path path, String text, boolean overwrite)
      throws IOException {
    try (OutputStream out = system.create(path, overwrite)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
