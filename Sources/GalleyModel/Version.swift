/// The version of the program and of its rules: the same rules give the same records.
public let galleyVersion = "0.1.0"
